/**
 * What DJL lacks: starting libtorch quietly, memory by scope, TorchScript functions from text, gradients, a fused AdamW,
 * safetensors files, seeds. Every use of classes internal to DJL's engine stays in this room.
 */
package org.palimpsest.engine.tensor;
