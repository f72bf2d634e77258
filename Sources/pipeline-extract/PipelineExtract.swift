@main struct PipelineExtract {
    static func main() {}
}
