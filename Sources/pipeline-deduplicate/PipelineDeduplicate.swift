import ArgumentParser
import Deduplication
import Staging

@main enum PipelineDeduplicate {
    static func main() { ReduceProgram<DeduplicateStage>.main() }
}
