import ArgumentParser
import Normalization
import Staging

@main enum PipelineNormalize {
    static func main() { MapProgram<NormalizeStage>.main() }
}
