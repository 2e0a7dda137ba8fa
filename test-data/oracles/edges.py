"""Tiny checkpoints whose weights follow from their names, opened by the reference library after their config.json was changed."""
import json, os, sys, zlib, copy, traceback, warnings, struct, shutil
import numpy as np, torch, transformers
from safetensors.torch import save_file
from transformers import AutoConfig, AutoModelForCausalLM
warnings.filterwarnings("ignore"); transformers.logging.set_verbosity_error()
torch.manual_seed(0); torch.set_num_threads(8)
OUT = sys.argv[1]; os.makedirs(OUT, exist_ok=True)
M = np.uint64
def noise(name, n):
    """splitmix64 of (crc32(name) << 32) + index -> float32 in [-1, 1), exactly representable."""
    with np.errstate(over="ignore"):
        z = (M(zlib.crc32(name.encode())) << M(32)) + np.arange(n, dtype=M)
        z = z + M(0x9E3779B97F4A7C15)
        z = (z ^ (z >> M(30))) * M(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> M(27))) * M(0x94D049BB133111EB)
        z = z ^ (z >> M(31))
    return ((z >> M(40)).astype(np.float32) / np.float32(1 << 23) - np.float32(1))
def weight(name, shape):
    """bias: /4; vectors (norms): 1 + u/4; matrices: u * 2^round(log2(2/sqrt(last))), a power of two, so exact."""
    n = int(np.prod(shape)) if shape else 1
    u = noise(name, n)
    if name.endswith("bias"): v = u * np.float32(0.25)
    elif len(shape) < 2: v = np.float32(1) + u * np.float32(0.25) if not GEMMA[0] else u * np.float32(0.25)
    else:
        p = round(float(np.log2(2 / np.sqrt(shape[-1])))); v = u * np.float32(2.0 ** p)
    return torch.tensor(v.reshape(shape).astype(np.float32))
GEMMA = [False]
V = 64
BASE = {
 "llama": dict(vocab_size=V, hidden_size=32, intermediate_size=48, num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2, max_position_embeddings=64, hidden_act="silu", rms_norm_eps=1e-5, rope_theta=10000.0, tie_word_embeddings=False, bos_token_id=1, eos_token_id=2, pad_token_id=0),
}
def b(mt, cls, **kw):
    d = copy.deepcopy(BASE["llama"]); d.update(model_type=mt, architectures=[cls]); d.update(kw)
    return {k: v for k, v in d.items() if v != "DEL"}
D = "DEL"
C = {}
def case(name, cfg, **kw):
    d = copy.deepcopy(cfg)
    for k, v in kw.items():
        if v == "DEL": d.pop(k, None)
        else: d[k] = v
    C[name] = d
llama = b("llama", "LlamaForCausalLM")
case("llama-plain", llama)
case("llama-mlp-bias", llama, mlp_bias=True)
case("llama-both-bias", llama, mlp_bias=True, attention_bias=True)
case("llama-head-dim-16", llama, head_dim=16)
case("llama-no-kv-heads", llama, num_key_value_heads=D)
case("llama-no-tie", llama, tie_word_embeddings=D)
case("llama-gelu", llama, hidden_act="gelu")
case("llama-gelu-tanh", llama, hidden_act="gelu_pytorch_tanh")
case("llama-no-act", llama, hidden_act=D)
case("llama-eps-1e-3", llama, rms_norm_eps=1e-3)
case("llama-foreign-scales", llama, embedding_multiplier=3.0, residual_multiplier=.5, attention_multiplier=.3, logits_scaling=4.0, logit_scale=2.0)
case("llama-foreign-caps", llama, attn_logit_softcapping=2.0, final_logit_softcapping=1.0, query_pre_attn_scalar=64)
case("llama-foreign-gpt2", llama, scale_attn_weights=False, scale_attn_by_inverse_layer_idx=True, n_inner=7, activation_function="relu", layer_norm_epsilon=.1)
case("llama-foreign-parallel", llama, use_parallel_residual=True, qk_layernorm=True, parallel_attn=True, use_qkv_bias=True)
case("llama-foreign-rotary", llama, partial_rotary_factor=0.5, rotary_pct=0.25, rotary_dim=4)
case("llama-partial-in-parameters", llama, rope_theta=D, rope_parameters=dict(rope_type="default", rope_theta=10000.0, partial_rotary_factor=0.5))
case("llama-foreign-layer-types", llama, layer_types=["sliding_attention", "full_attention"], sliding_window=3, max_window_layers=0, use_sliding_window=True)
case("llama-foreign-norope", llama, no_rope_layers=[0, 1], no_rope_layer_interval=2, clip_qkv=.1)
case("llama-theta-500k", llama, rope_theta=500000.0)
case("llama-theta-int", llama, rope_theta=5000)
case("llama-no-theta", llama, rope_theta=D)
case("llama-scaling-null", llama, rope_scaling=None)
case("llama-linear-old", llama, rope_scaling=dict(type="linear", factor=4.0))
case("llama-linear-parameters", llama, rope_theta=D, rope_parameters=dict(rope_type="linear", factor=4.0, rope_theta=100.0))
case("llama-linear-both-places", llama, rope_theta=100.0, rope_scaling=dict(rope_type="linear", factor=2.0), rope_parameters=dict(rope_type="default", rope_theta=10000.0))
case("llama-dynamic", llama, rope_scaling=dict(rope_type="dynamic", factor=4.0), max_position_embeddings=16)
case("llama-dynamic-within", llama, rope_scaling=dict(type="dynamic", factor=2.0), max_position_embeddings=64)
case("llama-yarn", llama, rope_scaling=dict(rope_type="yarn", factor=4.0, original_max_position_embeddings=16))
case("llama-yarn-no-original", llama, rope_scaling=dict(rope_type="yarn", factor=4.0))
case("llama-yarn-attention-factor", llama, rope_scaling=dict(rope_type="yarn", factor=4.0, original_max_position_embeddings=16, attention_factor=0.7))
case("llama-yarn-betas", llama, rope_scaling=dict(rope_type="yarn", factor=8.0, original_max_position_embeddings=8, beta_fast=16, beta_slow=2))
case("llama-yarn-mscale", llama, rope_scaling=dict(rope_type="yarn", factor=8.0, original_max_position_embeddings=8, mscale=0.7, mscale_all_dim=1.2))
case("llama-yarn-mscale-one", llama, rope_scaling=dict(rope_type="yarn", factor=8.0, original_max_position_embeddings=8, mscale=1.0))
case("llama-yarn-no-truncate", llama, rope_scaling=dict(rope_type="yarn", factor=8.0, original_max_position_embeddings=8, truncate=False))
case("llama-llama3", llama, rope_scaling=dict(rope_type="llama3", factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0, original_max_position_embeddings=16))
case("llama-llama3-parameters", llama, rope_theta=D, rope_parameters=dict(rope_type="llama3", rope_theta=500.0, factor=2.0, low_freq_factor=1.0, high_freq_factor=2.0, original_max_position_embeddings=8))
case("llama-llama3-no-original", llama, rope_scaling=dict(rope_type="llama3", factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0))
case("llama-longrope", llama, rope_scaling=dict(rope_type="longrope", short_factor=[1.0, 1.5, 2.0, 3.0], long_factor=[2.0, 3.0, 4.0, 9.0], original_max_position_embeddings=16))
case("llama-longrope-short", llama, rope_scaling=dict(rope_type="longrope", short_factor=[1.0, 1.5, 2.0, 3.0], long_factor=[2.0, 3.0, 4.0, 9.0], original_max_position_embeddings=40))
case("llama-longrope-top-original", llama, original_max_position_embeddings=16, rope_scaling=dict(type="longrope", short_factor=[1.0, 1.5, 2.0, 3.0], long_factor=[2.0, 3.0, 4.0, 9.0]))
case("llama-longrope-attention-factor", llama, rope_scaling=dict(rope_type="longrope", short_factor=[1.0]*4, long_factor=[2.0]*4, original_max_position_embeddings=16, attention_factor=1.3, factor=4.0))
case("llama-rope-unknown", llama, rope_scaling=dict(rope_type="spiral", factor=4.0))
case("llama-linear-no-factor", llama, rope_scaling=dict(rope_type="linear"))
case("llama-tie", llama, tie_word_embeddings=True)
case("llama-pretraining-tp", llama, pretraining_tp=2)
mistral = b("mistral", "MistralForCausalLM")
case("mistral-no-window", mistral)
case("mistral-window-null", mistral, sliding_window=None)
case("mistral-window-5", mistral, sliding_window=5)
case("mistral-foreign-bias", mistral, attention_bias=True, mlp_bias=True)
case("mistral-foreign-use-sliding", mistral, sliding_window=5, use_sliding_window=False, max_window_layers=1)
case("mistral-layer-types", mistral, sliding_window=5, layer_types=["full_attention", "sliding_attention"])
case("mistral-head-dim", mistral, head_dim=16)
case("mistral-no-kv-heads", mistral, num_key_value_heads=D, num_attention_heads=8)
qwen2 = b("qwen2", "Qwen2ForCausalLM", num_hidden_layers=4)
case("qwen2-plain", qwen2)
case("qwen2-window-unused", qwen2, sliding_window=4, use_sliding_window=False, max_window_layers=1)
case("qwen2-window-used", qwen2, sliding_window=4, use_sliding_window=True, max_window_layers=2)
case("qwen2-layer-types", qwen2, sliding_window=4, use_sliding_window=True, layer_types=["sliding_attention", "full_attention", "full_attention", "sliding_attention"])
case("qwen2-layer-types-unused", qwen2, sliding_window=4, use_sliding_window=False, layer_types=["sliding_attention", "full_attention", "full_attention", "sliding_attention"])
case("qwen2-foreign", qwen2, mlp_bias=True, qkv_bias=False, head_dim=16)
case("qwen2-no-kv-heads", qwen2, num_key_value_heads=D, num_attention_heads=32, num_hidden_layers=2)
case("qwen2-tied-old-yarn", qwen2, tie_word_embeddings=True, rope_scaling=dict(type="yarn", factor=4.0, original_max_position_embeddings=16))
qwen3 = b("qwen3", "Qwen3ForCausalLM", head_dim=8)
case("qwen3-plain", qwen3)
case("qwen3-attention-bias", qwen3, attention_bias=True)
case("qwen3-no-head-dim", qwen3, head_dim=D)
case("qwen3-window-used", qwen3, sliding_window=4, use_sliding_window=True, max_window_layers=1)
case("qwen3-foreign", qwen3, mlp_bias=True, final_logit_softcapping=1.0)
case("qwen3-no-max-window-layers", qwen3, sliding_window=4, use_sliding_window=True)
gemma = b("gemma", "GemmaForCausalLM", head_dim=8, hidden_act="gelu_pytorch_tanh", tie_word_embeddings=D)
case("gemma-plain", gemma)
case("gemma-old-gelu", gemma, hidden_act="gelu")
case("gemma-hidden-activation", gemma, hidden_act="gelu", hidden_activation="gelu_pytorch_tanh")
case("gemma-hidden-activation-null", gemma, hidden_activation=None)
case("gemma-no-head-dim", gemma, head_dim=D)
case("gemma-attention-bias", gemma, attention_bias=True)
case("gemma-untied", gemma, tie_word_embeddings=False)
case("gemma-foreign-caps", gemma, final_logit_softcapping=1.0, attn_logit_softcapping=1.0, query_pre_attn_scalar=3, sliding_window=3)
gemma2 = b("gemma2", "Gemma2ForCausalLM", head_dim=8, hidden_act=D, hidden_activation="gelu_pytorch_tanh", sliding_window=5, query_pre_attn_scalar=16, attn_logit_softcapping=5.0, final_logit_softcapping=3.0, tie_word_embeddings=D, num_hidden_layers=3)
case("gemma2-plain", gemma2)
case("gemma2-no-query-scalar", gemma2, query_pre_attn_scalar=D)
case("gemma2-caps-null", gemma2, attn_logit_softcapping=None, final_logit_softcapping=None)
case("gemma2-no-window", gemma2, sliding_window=D)
case("gemma2-layer-types", gemma2, layer_types=["full_attention", "full_attention", "sliding_attention"])
case("gemma2-no-head-dim", gemma2, head_dim=D)
case("gemma2-hidden-act-only", gemma2, hidden_activation=D, hidden_act="gelu_pytorch_tanh")
case("gemma2-attention-bias", gemma2, attention_bias=True)
gemma3 = b("gemma3_text", "Gemma3ForCausalLM", head_dim=8, hidden_act=D, hidden_activation="gelu_pytorch_tanh", sliding_window=5, query_pre_attn_scalar=16, rope_theta=1000000.0, rope_local_base_freq=10000.0, sliding_window_pattern=2, num_hidden_layers=4, tie_word_embeddings=D)
case("gemma3-old-layout", gemma3)
case("gemma3-old-linear", gemma3, rope_scaling=dict(rope_type="linear", factor=8.0))
case("gemma3-no-local-base", gemma3, rope_local_base_freq=D, rope_theta=D)
case("gemma3-layer-types", gemma3, sliding_window_pattern=D, layer_types=["sliding_attention", "full_attention", "sliding_attention", "full_attention"])
case("gemma3-new-parameters", gemma3, sliding_window_pattern=D, rope_theta=D, rope_local_base_freq=D, layer_types=["sliding_attention", "full_attention", "sliding_attention", "full_attention"], rope_parameters=dict(full_attention=dict(rope_type="linear", factor=8.0, rope_theta=100000.0), sliding_attention=dict(rope_type="default", rope_theta=500.0)))
case("gemma3-no-pattern", gemma3, sliding_window_pattern=D, num_hidden_layers=7)
case("gemma3-final-cap", gemma3, final_logit_softcapping=2.0, attn_logit_softcapping=2.0)
case("gemma3-attention-bias", gemma3, attention_bias=True)
case("gemma3-no-scalar-no-head-dim", gemma3, query_pre_attn_scalar=D, head_dim=D, num_hidden_layers=2)
case("gemma3-bidirectional", gemma3, use_bidirectional_attention=True)
g3t = copy.deepcopy(gemma3); g3t.pop("architectures")
vision = dict(model_type="siglip_vision_model", hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2, image_size=28, patch_size=14, vision_use_head=False)
case("gemma3-multimodal", dict(model_type="gemma3", architectures=["Gemma3ForConditionalGeneration"], text_config=g3t, vision_config=vision, mm_tokens_per_image=1, boi_token_index=60, eoi_token_index=61, image_token_index=62, eos_token_id=[1, 2]))
phi = b("phi", "PhiForCausalLM", hidden_act="gelu_new", rms_norm_eps=D, layer_norm_eps=1e-5, partial_rotary_factor=0.5, num_key_value_heads=D)
case("phi-plain", phi)
case("phi-kv-heads", phi, num_key_value_heads=2)
case("phi-qk-layernorm-kv", phi, qk_layernorm=True, num_key_value_heads=2)
case("phi-eps", phi, layer_norm_eps=1e-2)
case("phi-eps-foreign", phi, layer_norm_eps=D, rms_norm_eps=1e-2, layer_norm_epsilon=1e-1)
case("phi-partial-parameters", phi, partial_rotary_factor=D, rope_theta=D, rope_parameters=dict(rope_type="default", rope_theta=100.0, partial_rotary_factor=0.25))
case("phi-foreign-bias", phi, attention_bias=False, mlp_bias=False)
case("phi-tied", phi, tie_word_embeddings=True)
case("phi-no-partial-rotary-two-heads", phi, partial_rotary_factor=D, num_attention_heads=2)
phi3 = b("phi3", "Phi3ForCausalLM", sliding_window=None, original_max_position_embeddings=64)
case("phi3-plain", phi3)
case("phi3-window", phi3, sliding_window=5)
case("phi3-window-absent", phi3, sliding_window=D)
case("phi3-longrope", phi3, original_max_position_embeddings=16, rope_scaling=dict(type="longrope", short_factor=[1.0, 1.1, 1.2, 1.3], long_factor=[2.0, 3.0, 4.0, 5.0]))
case("phi3-longrope-short", phi3, original_max_position_embeddings=32, rope_scaling=dict(type="longrope", short_factor=[1.0, 1.1, 1.2, 1.3], long_factor=[2.0, 3.0, 4.0, 5.0]))
case("phi3-su", phi3, original_max_position_embeddings=16, rope_scaling=dict(type="su", short_factor=[1.0, 1.1, 1.2, 1.3], long_factor=[2.0, 3.0, 4.0, 5.0]))
case("phi3-partial", phi3, partial_rotary_factor=0.5, head_dim=D)
case("phi3-partial-longrope", phi3, partial_rotary_factor=0.5, original_max_position_embeddings=16, rope_scaling=dict(type="longrope", short_factor=[1.0, 1.1], long_factor=[2.0, 3.0]))
case("phi3-foreign", phi3, attention_bias=True, mlp_bias=True, hidden_act="gelu")
neox = b("gpt_neox", "GPTNeoXForCausalLM", hidden_act="gelu", rms_norm_eps=D, layer_norm_eps=1e-5, rotary_pct=0.5, rope_theta=D, rotary_emb_base=10000, num_key_value_heads=D, use_parallel_residual=True)
case("neox-plain", neox)
case("neox-serial", neox, use_parallel_residual=False)
case("neox-base-500", neox, rotary_emb_base=500)
case("neox-no-pct", neox, rotary_pct=D)
case("neox-pct-1", neox, rotary_pct=1.0)
case("neox-no-attention-bias", neox, attention_bias=False)
case("neox-tied", neox, tie_word_embeddings=True)
case("neox-gelu-fast", neox, hidden_act="gelu_fast")
case("neox-parameters", neox, rotary_pct=D, rotary_emb_base=D, rope_parameters=dict(rope_type="default", rope_theta=300.0, partial_rotary_factor=0.25))
case("neox-no-parallel-key", neox, use_parallel_residual=D)
case("neox-foreign", neox, partial_rotary_factor=1.0, num_key_value_heads=1, head_dim=16)
case("neox-linear", neox, rope_scaling=dict(type="linear", factor=2.0))
case("neox-no-intermediate", neox, intermediate_size=D, num_attention_heads=4)
gpt2 = dict(model_type="gpt2", architectures=["GPT2LMHeadModel"], vocab_size=V, n_embd=32, n_layer=2, n_head=4, n_positions=64, activation_function="gelu_new", layer_norm_epsilon=1e-5, bos_token_id=1, eos_token_id=2)
case("gpt2-plain", gpt2)
case("gpt2-n-inner", gpt2, n_inner=40)
case("gpt2-no-scale", gpt2, scale_attn_weights=False)
case("gpt2-inverse-and-no-scale", gpt2, scale_attn_weights=False, scale_attn_by_inverse_layer_idx=True)
case("gpt2-reorder", gpt2, reorder_and_upcast_attn=True, scale_attn_by_inverse_layer_idx=True)
case("gpt2-relu", gpt2, activation_function="relu")
case("gpt2-untied", gpt2, tie_word_embeddings=False)
case("gpt2-hf-names", {k: v for k, v in gpt2.items() if k not in ("n_embd", "n_layer", "n_head", "n_positions")}, hidden_size=32, num_hidden_layers=2, num_attention_heads=4, max_position_embeddings=64)
case("gpt2-foreign", gpt2, attention_bias=False, mlp_bias=False, rope_theta=3.0, hidden_act="silu", intermediate_size=50, sliding_window=3, pad_token_id=5)
case("gpt2-no-act", gpt2, activation_function=D)
case("gpt2-eps", gpt2, layer_norm_epsilon=1e-2)
case("gpt2-n-ctx", gpt2, n_ctx=8)
gptj = dict(model_type="gptj", architectures=["GPTJForCausalLM"], vocab_size=V, n_embd=32, n_layer=2, n_head=4, n_positions=64, rotary_dim=4, activation_function="gelu_new", layer_norm_epsilon=1e-5, bos_token_id=1, eos_token_id=2, tie_word_embeddings=False)
case("gptj-plain", gptj)
case("gptj-rotary-null", gptj, rotary_dim=None)
case("gptj-rotary-8", gptj, rotary_dim=8)
case("gptj-n-inner", gptj, n_inner=40)
case("gptj-foreign", gptj, rope_theta=5.0, partial_rotary_factor=.25, scale_attn_weights=False, attention_bias=True)
case("gptj-tied", gptj, tie_word_embeddings=True)
gptneo = dict(model_type="gpt_neo", architectures=["GPTNeoForCausalLM"], vocab_size=V, hidden_size=32, num_layers=4, num_heads=4, max_position_embeddings=64, attention_types=[[["global", "local"], 2]], window_size=5, activation_function="gelu_new", layer_norm_epsilon=1e-5, bos_token_id=1, eos_token_id=2)
case("gptneo-plain", gptneo)
case("gptneo-global", gptneo, num_layers=2, attention_types=[[["global"], 2]])
case("gptneo-local-first", gptneo, num_layers=3, attention_types=[[["local"], 1], [["global"], 2]])
case("gptneo-intermediate", gptneo, intermediate_size=40)
case("gptneo-no-window", gptneo, window_size=D)
case("gptneo-untied", gptneo, tie_word_embeddings=False)
opt = dict(model_type="opt", architectures=["OPTForCausalLM"], vocab_size=V, hidden_size=32, ffn_dim=48, num_hidden_layers=2, num_attention_heads=4, max_position_embeddings=64, activation_function="relu", do_layer_norm_before=True, word_embed_proj_dim=32, bos_token_id=2, eos_token_id=2, pad_token_id=1)
case("opt-plain", opt)
case("opt-350m", opt, do_layer_norm_before=False, word_embed_proj_dim=16)
case("opt-after-same-width", opt, do_layer_norm_before=False)
case("opt-projected-before", opt, word_embed_proj_dim=16)
case("opt-no-bias", opt, enable_bias=False)
case("opt-no-affine", opt, layer_norm_elementwise_affine=False)
case("opt-no-final-norm", opt, _remove_final_layer_norm=True)
case("opt-gelu", opt, activation_function="gelu")
case("opt-untied", opt, tie_word_embeddings=False)
case("opt-pad-within", opt, pad_token_id=7)
case("opt-no-proj-key", opt, word_embed_proj_dim=D)
olmo = b("olmo", "OlmoForCausalLM", rms_norm_eps=D)
case("olmo-plain", olmo)
case("olmo-clip", olmo, clip_qkv=0.5)
case("olmo-attention-bias", olmo, attention_bias=True)
case("olmo-no-kv-heads", olmo, num_key_value_heads=D)
case("olmo-tied", olmo, tie_word_embeddings=True)
case("olmo-foreign-eps", olmo, rms_norm_eps=.5, layer_norm_eps=.5)
olmo2 = b("olmo2", "Olmo2ForCausalLM")
case("olmo2-plain", olmo2)
case("olmo2-attention-bias", olmo2, attention_bias=True)
case("olmo2-no-kv-heads", olmo2, num_key_value_heads=D)
case("olmo2-foreign", olmo2, clip_qkv=.1, mlp_bias=True, sliding_window=3, layer_types=["sliding_attention", "sliding_attention"])
case("olmo2-no-eps", olmo2, rms_norm_eps=D)
case("olmo2-yarn", olmo2, rope_scaling=dict(rope_type="yarn", factor=4.0, original_max_position_embeddings=16))
smol = b("smollm3", "SmolLM3ForCausalLM", num_hidden_layers=4, rope_theta=2000000.0)
case("smollm3-plain", smol)
case("smollm3-interval-2", smol, no_rope_layer_interval=2)
case("smollm3-layers", smol, no_rope_layers=[0, 1, 1, 0])
case("smollm3-layers-null", smol, no_rope_layers=None, no_rope_layer_interval=3)
case("smollm3-sliding", smol, use_sliding_window=True, sliding_window=4)
case("smollm3-layer-types", smol, use_sliding_window=True, sliding_window=4, layer_types=["sliding_attention", "full_attention", "sliding_attention", "full_attention"])
case("smollm3-bias", smol, attention_bias=True, mlp_bias=True)
case("smollm3-no-theta-no-kv", smol, rope_theta=D, num_key_value_heads=D)
case("smollm3-tied-default", smol, tie_word_embeddings=D)
granite = b("granite", "GraniteForCausalLM", embedding_multiplier=12.0, attention_multiplier=0.2, residual_multiplier=0.22, logits_scaling=8.0)
case("granite-plain", granite)
case("granite-no-multipliers", granite, embedding_multiplier=D, attention_multiplier=D, residual_multiplier=D, logits_scaling=D)
case("granite-attention-multiplier-only", granite, embedding_multiplier=D, residual_multiplier=D, logits_scaling=D)
case("granite-bias", granite, attention_bias=True, mlp_bias=True)
case("granite-tied", granite, tie_word_embeddings=True)
case("granite-foreign", granite, logit_scale=3.0, head_dim=16, clip_qkv=.1)
case("granite-zero-residual", granite, residual_multiplier=0.0)
stable = b("stablelm", "StableLmForCausalLM", rms_norm_eps=D, layer_norm_eps=1e-5, partial_rotary_factor=0.25, num_key_value_heads=4)
case("stablelm-plain", stable)
case("stablelm-qkv-bias", stable, use_qkv_bias=True)
case("stablelm-parallel", stable, use_parallel_residual=True)
case("stablelm-qk-layernorm", stable, qk_layernorm=True, num_key_value_heads=2)
case("stablelm-2-12b", stable, qk_layernorm=True, use_parallel_residual=True, num_key_value_heads=2)
case("stablelm-no-partial", stable, partial_rotary_factor=D, num_attention_heads=2, num_key_value_heads=2)
case("stablelm-rope-pct-old", stable, partial_rotary_factor=D, rope_pct=1.0)
case("stablelm-foreign", stable, attention_bias=True, mlp_bias=True, rms_norm_eps=.5)
case("stablelm-no-kv-heads", stable, num_key_value_heads=D, num_attention_heads=32, hidden_size=256, num_hidden_layers=1)
# names and prefixes
RENAME = {
 "llama-prefix-orig-mod": (llama, lambda n: "_orig_mod." + n),
 "llama-prefix-module": (llama, lambda n: "module." + n),
 "llama-prefix-peft-base": (llama, lambda n: "base_model.model." + n),
 "gpt2-bare": (gpt2, lambda n: n.removeprefix("transformer.")),
 "neox-bare": (dict(neox, tie_word_embeddings=True), lambda n: n.removeprefix("gpt_neox.")),
 "opt-bare": (opt, lambda n: n.removeprefix("model.")),
 "gptneo-bare": (gptneo, lambda n: n.removeprefix("transformer.")),
}
def old_multimodal(n):
    if n.startswith("model.language_model."): return "language_model.model." + n[len("model.language_model."):]
    if n == "lm_head.weight": return "language_model.lm_head.weight"
    return n.removeprefix("model.")
RENAME["gemma3-multimodal-old-names"] = (C["gemma3-multimodal"], old_multimodal)
for n, (cfg, f) in RENAME.items(): C[n] = cfg
ids = [[int(x) for x in (noise("ids-a", 33) + 1) * 30 + 3], [int(x) for x in (noise("ids-b", 33) + 1) * 30 + 3]]
LEN2 = 20
index = {}
for name, cfg in C.items():
    GEMMA[0] = cfg["model_type"] in ("gemma", "gemma2", "gemma3_text", "gemma3")
    d = os.path.join(OUT, name); shutil.rmtree(d, ignore_errors=True); os.makedirs(d)
    json.dump(cfg, open(d + "/config.json", "w"), indent=1)
    out = {"made_with": f"transformers {transformers.__version__}, torch {torch.__version__}, float32, CPU"}
    try:
        config = AutoConfig.from_pretrained(d)
        cls = getattr(transformers, cfg["architectures"][0])
        model = cls._from_config(config, attn_implementation="eager", dtype=torch.float32) if hasattr(cls, "_from_config") else cls(config)
        state = model.state_dict()
        tied = set(getattr(model, "_tied_weights_keys", None) or []) if getattr(config.get_text_config(), "tie_word_embeddings", False) else set()
        tensors = {}
        for k, v in state.items():
            if k in tied or (k == "lm_head.weight" and getattr(config.get_text_config(), "tie_word_embeddings", False)) : continue
            if not v.is_floating_point(): continue
            tensors[k] = weight(k, list(v.shape))
        f = RENAME.get(name, (None, lambda n: n))[1]
        save_file({f(k): v for k, v in tensors.items()}, d + "/model.safetensors", metadata={"format": "pt"})
        out["tensors"] = {f(k): {"shape": list(v.shape), "seed": k} for k, v in tensors.items()}
        out["norms_around_zero"] = GEMMA[0]
        plain = name if name not in RENAME else None
        if name in RENAME and ("prefix" in name):  # the library does not strip wrappers' prefixes: load by the plain names
            save_file(tensors, d + "/plain.safetensors", metadata={"format": "pt"}); os.rename(d + "/model.safetensors", d + "/m.tmp"); os.rename(d + "/plain.safetensors", d + "/model.safetensors")
        m, info = cls.from_pretrained(d, attn_implementation="eager", dtype=torch.float32, output_loading_info=True)
        if os.path.exists(d + "/m.tmp"): os.rename(d + "/m.tmp", d + "/model.safetensors")
        out["loading"] = {k: sorted(str(x) for x in v)[:8] for k, v in info.items() if v}
        m.eval()
        with torch.no_grad():
            x = torch.tensor(ids)
            out["input_ids"] = ids
            logits = m(input_ids=x, use_cache=False).logits
            out["logits"] = [[[round(float(z), 5) for z in t] for t in r[::4]] for r in logits]
            out["logits_positions"] = list(range(0, 33, 4))
            mask = torch.ones_like(x); mask[1, LEN2:] = 0
            pl = m(input_ids=x, attention_mask=mask, use_cache=False).logits
            out["padded_row_1_last"] = [round(float(z), 5) for z in pl[1, LEN2 - 1]]
            cur = x[:1, :8]
            g = []
            for _ in range(8):
                nxt = int(m(input_ids=cur, use_cache=False).logits[0, -1].argmax()); g.append(nxt); cur = torch.cat([cur, torch.tensor([[nxt]])], 1)
            out["greedy_from_first_8"] = g
        index[name] = "ok" + (" " + json.dumps(out["loading"]) if out["loading"] else "")
    except Exception as e:
        out["error"] = f"{type(e).__name__}: {e}"[:600]
        index[name] = "ERROR " + out["error"][:200]
    json.dump(out, open(d + "/expected.json", "w"))
json.dump(index, open(OUT + "/index.json", "w"), indent=1)
for k, v in index.items(): print(k, ":", v[:230])
