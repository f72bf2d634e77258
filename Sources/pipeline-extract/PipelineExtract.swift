import ArgumentParser
import Extraction
import Staging

@main enum PipelineExtract {
    static func main() { MapProgram<ExtractStage>.main() }
}
