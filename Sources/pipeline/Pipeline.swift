import Orchestration

@main enum Pipeline {
    static func main() { PipelineCommand.start() }
}
