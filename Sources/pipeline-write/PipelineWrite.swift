@main struct PipelineWrite {
    static func main() {}
}
