import CSpaCyKernels

/// thinc's `linear`: W (out, in) and b.
struct LinearLayer {
    let panels: Panels
    let outputs: Int

    init(_ model: ThincModel, _ node: Int, inputs: Int) throws(ModelError) {
        let weights = try model.array("W", of: node)
        outputs = weights.shape.first ?? 0
        guard outputs > 0, outputs <= 4096 else { throw model.file.damaged("a linear layer has no outputs") }
        _ = try weights.checked([outputs, inputs], "a linear layer")
        let bias = try model.array("b", of: node).checked([outputs], "a linear layer's bias")
        panels = Panels(
            columns: outputs, inputs: inputs, weights.floats(), stride: inputs, bias: bias.floats(), row: { $0 })
    }
}
