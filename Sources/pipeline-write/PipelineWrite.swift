import ArgumentParser
import Publication
import Staging

@main enum PipelineWrite {
    static func main() { ReduceProgram<WriteStage>.main() }
}
