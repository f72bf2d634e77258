@main struct PipelineNormalize {
    static func main() {}
}
