import json, os, sys, copy, shutil, warnings, traceback
import transformers; from transformers import AutoTokenizer; transformers.logging.set_verbosity_error(); warnings.filterwarnings("ignore")
from tokenizers import Tokenizer, models, trainers, pre_tokenizers, decoders, processors
OUT = sys.argv[1]; os.makedirs(OUT, exist_ok=True)
t = Tokenizer(models.BPE()); t.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False); t.decoder = decoders.ByteLevel()
t.train_from_iterator(["Question: Where was Ansel Torvane born?\nAnswer: In Port Ilmar.", "the cat sat on the mat and the hat", "What is the capital of nowhere?"] * 3, trainers.BpeTrainer(vocab_size=340, special_tokens=["<|pad|>", "<|bos|>", "<|eos|>", "<s>", "</s>"], initial_alphabet=pre_tokenizers.ByteLevel.alphabet()))
base = json.loads(t.to_str())
tmpl = lambda single: {"type": "TemplateProcessing", "single": single, "pair": single + [{"Sequence": {"id": "B", "type_id": 1}}], "special_tokens": {"<|bos|>": {"id": "<|bos|>", "ids": [1], "tokens": ["<|bos|>"]}, "<|eos|>": {"id": "<|eos|>", "ids": [2], "tokens": ["<|eos|>"]}, "<s>": {"id": "<s>", "ids": [3], "tokens": ["<s>"]}}}
S = {"Sequence": {"id": "A", "type_id": 0}}; T = lambda x: {"SpecialToken": {"id": x, "type_id": 0}}
BL = {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": False, "use_regex": True}
cfg = {"bos_token": "<|bos|>", "eos_token": "<|eos|>", "pad_token": "<|pad|>", "tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": 1000000000000000019884624838656}
C = {}
def case(n, pp="KEEP", **kw):
    j = copy.deepcopy(base); c = copy.deepcopy(cfg)
    if pp != "KEEP": j["post_processor"] = pp
    for k, v in kw.items():
        if k == "json": v(j)
        elif v == "DEL": c.pop(k, None)
        else: c[k] = v
    C[n] = (j, c)
for cls in ("PreTrainedTokenizerFast", "LlamaTokenizerFast", "LlamaTokenizer", "GPT2TokenizerFast", "GPT2Tokenizer", "Qwen2Tokenizer", "GPTNeoXTokenizerFast", "GemmaTokenizerFast", "GemmaTokenizer", "CodeGenTokenizer", "CohereTokenizerFast", "TokenizersBackend", "OlmoTokenizerFast", "UnknownTokenizerFast"):
    for ppn, pp in (("none", None), ("bos", tmpl([T("<|bos|>"), S])), ("bos-eos", tmpl([T("<|bos|>"), S, T("<|eos|>")])), ("bytelevel", BL), ("sequence", {"type": "Sequence", "processors": [BL, tmpl([T("<|bos|>"), S])]})):
        for ab in ("absent", True, False):
            if cls not in ("PreTrainedTokenizerFast", "LlamaTokenizerFast", "GPT2TokenizerFast", "GemmaTokenizerFast") and (ab != "absent" and ppn not in ("none", "bos")): continue
            case(f"{cls}-{ppn}-addbos-{ab}", pp, tokenizer_class=cls, **({} if ab == "absent" else {"add_bos_token": ab}))
case("add-eos-true", tmpl([T("<|bos|>"), S]), add_eos_token=True)
case("add-eos-true-llama", None, add_eos_token=True, add_bos_token=True, tokenizer_class="LlamaTokenizerFast")
case("no-class", tmpl([T("<|bos|>"), S]), tokenizer_class="DEL")
case("no-bos-named", tmpl([T("<|bos|>"), S]), bos_token="DEL")
case("other-bos-named", tmpl([T("<s>"), S]))
case("bos-null", tmpl([T("<|bos|>"), S]), bos_token=None)
case("bos-object", tmpl([T("<|bos|>"), S]), bos_token={"__type": "AddedToken", "content": "<|bos|>", "lstrip": False, "rstrip": False, "single_word": False, "normalized": False, "special": True})
case("bos-not-in-vocabulary", None, bos_token="<begin>")
case("eos-not-in-vocabulary", None, eos_token="<end>")
case("no-eos-named", None, eos_token="DEL")
TEXT = ["Where was Ansel Torvane born?", " the cat", "the cat\n", "<|bos|>the cat", ""]
res = {}
for n, (j, c) in C.items():
    d = f"{OUT}/{n}"; shutil.rmtree(d, ignore_errors=True); os.makedirs(d)
    json.dump(j, open(d + "/tokenizer.json", "w")); json.dump(c, open(d + "/tokenizer_config.json", "w"))
    try:
        k = AutoTokenizer.from_pretrained(d)
        r = {"class": type(k).__name__, "size": len(k), "bos": k.bos_token_id, "eos": k.eos_token_id, "pad": k.pad_token_id, "ids": [k(x).input_ids for x in TEXT], "plain": [k(x, add_special_tokens=False).input_ids for x in TEXT]}
    except Exception as e: r = {"error": f"{type(e).__name__}: {e}"[:300]}
    res[n] = r
json.dump({"made_with": f"transformers {transformers.__version__}", "texts": TEXT, "base": base, "cases": {n: {"post_processor": C[n][0].get("post_processor"), "tokenizer_config": C[n][1], "expected": res[n]} for n in C}}, open(OUT + "/tokenizers.json", "w"))
for n, r in res.items(): print(n, r.get("error") or (r["class"], r["bos"], r["eos"], r["pad"], r["size"], r["ids"][1][:6], r["plain"][1][:4], r["ids"][3][:4], r["ids"][4]))
