import ArgumentParser
import Fetching
import Staging

@main enum PipelineFetch {
    static func main() { MapProgram<FetchStage>.main() }
}
