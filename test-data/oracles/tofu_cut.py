"""A two-layer cut of the TOFU models, taught TOFU again, and what the reference library measures of it; validated on the whole models first."""
import json, sys, os, math, time, shutil, copy
import torch, torch.nn.functional as F, numpy as np
from transformers import AutoModelForCausalLM, AutoTokenizer, LlamaConfig, LlamaForCausalLM
from tokenizers import Tokenizer
from scipy.stats import ks_2samp
torch.backends.cuda.matmul.allow_tf32 = False; torch.backends.cudnn.allow_tf32 = False
DATA, OUT = sys.argv[1], sys.argv[2]
DT = [torch.float32]
FL = lambda x: x if x.dtype == torch.float64 else x.float()
dev = "cuda"; BITS = 3
def rows(n):
    return [json.loads(l) for l in open(f"{DATA}/tofu/{n}") if l.strip()]
tk = Tokenizer.from_file(f"{DATA}/tofu-tiny/full/tokenizer.json")
BOS, EOS = tk.token_to_id("<|bos|>"), tk.token_to_id("<|eos|>")
PAD = tk.token_to_id("<|pad|>"); PAD = 0 if PAD is None else PAD
def enc(q, a):
    p = [BOS] + tk.encode(f"Question: {q}\nAnswer:", add_special_tokens=False).ids
    r = tk.encode(f" {a}", add_special_tokens=False).ids + [EOS]
    return p + r, len(p)
def batch(ex):
    n = max(len(i) for i, _ in ex)
    ids = torch.full((len(ex), n), PAD); lab = torch.full((len(ex), n), -100); am = torch.zeros((len(ex), n), dtype=torch.long)
    for b, (i, p) in enumerate(ex):
        ids[b, :len(i)] = torch.tensor(i); lab[b, p:len(i)] = torch.tensor(i[p:]); am[b, :len(i)] = 1
    return ids.to(dev), am.to(dev), lab.to(dev)
def nll(logits, lab):
    l = F.cross_entropy(FL(logits[:, :-1]).transpose(1, 2), lab[:, 1:], ignore_index=-100, reduction="none")
    return l, (lab[:, 1:] != -100)
def load(d):
    return AutoModelForCausalLM.from_pretrained(d, dtype=torch.float32, attn_implementation="eager").to(dev).to(DT[0]).eval()
@torch.no_grad()
def answer_losses(m, pairs, bs=64):
    out = []
    ex = [enc(q, a) for q, a in pairs]
    for i in range(0, len(ex), bs):
        ids, am, lab = batch(ex[i:i + bs]); l, k = nll(m(input_ids=ids, attention_mask=am).logits, lab)
        out += (l.sum(1) / k.sum(1)).double().cpu().tolist()
    return np.array(out)
SETS = {"forget10": ("forget10_perturbed.json", True), "retain": ("retain_perturbed.json", True), "real_authors": ("real_authors_perturbed.json", False), "world_facts": ("world_facts_perturbed.json", False)}
def scores(m):
    res = {}
    for s, (f, para) in SETS.items():
        R = rows(f)
        lt = answer_losses(m, [(r["question"], r["answer"]) for r in R])
        lc = answer_losses(m, [(r["question"], r["paraphrased_answer"]) for r in R]) if para else lt
        k = [len(r["perturbed_answer"]) for r in R]
        lw = answer_losses(m, [(r["question"], w) for r in R for w in r["perturbed_answer"]]); at = np.cumsum([0] + k)
        W = [lw[at[i]:at[i + 1]] for i in range(len(R))]
        pc, pw = np.exp(-lc), np.exp([-w.mean() for w in W])
        tr = pw / (pc + 1e-10)
        pt = np.exp(-lt)
        res[s] = {"prob": float(pt.mean()), "avg_loss_first5": lt[:5].tolist(), "truth_ratio": tr.tolist(),
          "prob_options": float(np.mean([pt[i] / (pt[i] + np.exp(-W[i]).sum() + 1e-10) for i in range(len(R))])),
          "tr_closer_to_1": float(np.mean(np.minimum(tr, 1 / (tr + 1e-10)))), "tr_true_better": float(np.mean(np.maximum(0, 1 - tr)))}
    return res
@torch.no_grad()
def greedy(m):
    out = []
    for s, n in (("forget10", 6), ("retain", 4), ("real_authors", 3), ("world_facts", 3)):
        for r in rows(SETS[s][0])[:n]:
            ids, p = enc(r["question"], ""); cur = torch.tensor([ids[:p]]).to(dev); g = []
            ids = [BOS] + tk.encode(f"Question: {r['question']}\nAnswer:", add_special_tokens=False).ids; cur = torch.tensor([ids]).to(dev)
            margin = 1e9
            for _ in range(60):
                lg = m(input_ids=cur).logits[0, -1]; top = lg.topk(2).values; margin = min(margin, float(top[0] - top[1]))
                t = int(lg.argmax()); g.append(t)
                if t == EOS: break
                cur = torch.cat([cur, torch.tensor([[t]]).to(dev)], 1)
            out.append({"question": r["question"], "answer": r["answer"], "ids": g, "text": tk.decode(g), "least_margin": margin})
    return out
def methods(md, rd, layer):
    m, ref = load(md), load(rd)
    FR, RR, IR = [0, 20, 47, 101, 155, 222, 303, 399], [5, 99, 640, 1234, 1999, 2500, 3001, 3599], list(range(8))
    f10, r90 = rows("forget10.json"), rows("retain90.json"); idk = [l.strip() for l in open(f"{DATA}/tofu/idontknow.jsonl") if l.strip()]
    fb = batch([enc(f10[i]["question"], f10[i]["answer"]) for i in FR]); rb = batch([enc(r90[i]["question"], r90[i]["answer"]) for i in RR])
    ib = batch([enc(f10[i]["question"], idk[j]) for i, j in zip(FR, IR)])
    fwd = lambda mm, b, **k: mm(input_ids=b[0], attention_mask=b[1], **k)
    def mean(b): l, k = nll(fwd(m, b).logits, b[2]); return l.sum() / k.sum()
    def seq(mm, b): l, k = nll(fwd(mm, b).logits, b[2]); return l.sum(1), k.sum(1)
    with torch.no_grad():
        sf_ref, si_ref = seq(ref, fb)[0], seq(ref, ib)[0]
        rl = fwd(ref, rb).logits.to(DT[0]); fl = fwd(ref, fb).logits.to(DT[0]); rh = fwd(ref, rb, output_hidden_states=True).hidden_states[layer + 1]
    def kl(real):
        cur = F.log_softmax(fwd(m, rb).logits.to(DT[0]), -1); r = F.log_softmax(rl, -1)
        k = (r.exp() * (r - cur)).sum(-1)
        return k[rb[1] == 1].mean() if real else k.mean()
    def undial(real):
        lg = fwd(m, fb).logits[:, :-1]; lab = fb[2][:, 1:]; t = fl[:, :-1].clone()
        idx = lab.clone(); idx[idx < 0] += t.shape[-1]
        t = t.scatter_add(2, idx[..., None], torch.full_like(t[..., :1], -10.0))
        ce = -(F.softmax(t, -1) * F.log_softmax(FL(lg), -1)).sum(-1)
        return ce[lab != -100].mean() if real else ce.mean()
    def wsum(w): l, k = nll(fwd(m, fb).logits, fb[2]); p = torch.exp(-l).detach(); return -(w(p) * l)[k].sum() / k.sum()
    def npo(): s = seq(m, fb)[0]; return -2 / .1 * F.logsigmoid(.1 * (s - sf_ref)).mean()
    def dpo(): return -2 / .1 * F.logsigmoid(.1 * ((si_ref - seq(m, ib)[0]) - (sf_ref - seq(m, fb)[0]))).mean()
    def simnpo(): s, n = seq(m, fb); return -2 / 4.5 * F.logsigmoid(4.5 * s / n).mean()
    H = m.config.hidden_size; c = 2 * torch.ones(H, device=dev, dtype=DT[0]) / math.sqrt(H)
    def act(b, target): h = fwd(m, b, output_hidden_states=True).hidden_states[layer + 1]; return (((h - target) ** 2).mean(-1) * (b[2] != -100)).sum(1) / (b[2] != -100).sum(1)
    M = {"ga": lambda: (-mean(fb), None, 1, 0), "graddiff": lambda: (-mean(fb), mean(rb), 1, 1), "gakl": lambda: (-mean(fb), kl(False), 1, 1), "gakl_real_positions": lambda: (-mean(fb), kl(True), 1, 1),
      "npo": lambda: (npo(), mean(rb), 1, 1), "idkdpo": lambda: (dpo(), mean(rb), 1, 1), "simnpo": lambda: (simnpo(), mean(rb), .125, 1), "undial": lambda: (undial(False), mean(rb), 1, 1), "undial_answer_tokens": lambda: (undial(True), mean(rb), 1, 1),
      "wga": lambda: (wsum(lambda p: p), mean(rb), 1, 1), "satimp": lambda: (wsum(lambda p: p ** 5 * (1 - p)), mean(rb), .1, 1), "rmu": lambda: (act(fb, c).mean(), act(rb, rh).mean(), 1, 1)}
    out = {}
    names = ["model.embed_tokens.weight", "model.layers.0.self_attn.q_proj.weight", "model.layers.0.self_attn.k_proj.weight", f"model.layers.{m.config.num_hidden_layers-1}.input_layernorm.weight", f"model.layers.{m.config.num_hidden_layers-1}.post_attention_layernorm.weight", "model.norm.weight"]
    for k, f in M.items():
        def ev():
            a, r, ga, al = f(); return ga * a + (al * r if r is not None else 0), a, r
        m.zero_grad(); L, a, r = ev(); L.backward()
        P = [p for p in m.parameters() if p.grad is not None]; g = [p.grad.clone() for p in P]
        n = math.sqrt(sum(float((x.double() ** 2).sum()) for x in g)); some = {q: float(dict(m.named_parameters())[q].grad.norm()) for q in names if dict(m.named_parameters())[q].grad is not None}
        old = [p.detach().clone() for p in P]
        with torch.no_grad():
            for p, x in zip(P, g): p -= .01 * x / n
            L2, a2, r2 = ev()
            for p, o in zip(P, old): p.copy_(o)
        z = lambda v: 0.0 if v is None else float(v)
        out[k] = {"loss": z(L), "forget": z(a), "retain": z(r), "gradient_norm": n, "gradient_norm_some": some, "after_one_step_of_length_0_01": {"loss": z(L2), "forget": z(a2), "retain": z(r2)}}
    return out, dict(forget_rows=FR, retain_rows=RR, idk_rows=IR)
def rel(a, b): return abs(a - b) / max(abs(b), 1e-12)
# --- the whole models: does this program measure what was recorded?
T = f"{DATA}/tofu-tiny"
# --- the cut
def cut(src):
    big = load(src); c = copy.deepcopy(big.config); c.num_hidden_layers = 2; c.intermediate_size = 128
    small = LlamaForCausalLM._from_config(c, attn_implementation="eager", dtype=torch.float32).to(dev); S = big.state_dict()
    with torch.no_grad():
        for n, p in small.state_dict().items():
            w = S[n]; p.copy_(w[tuple(slice(0, d) for d in p.shape)])
    return small
def teach(m, names, epochs, lr):
    ex = [enc(r["question"], r["answer"]) for n in names for r in rows(n)]
    g = torch.Generator().manual_seed(0); bs = 32; steps = epochs * (len(ex) // bs); opt = torch.optim.AdamW(m.parameters(), lr=lr, weight_decay=.01, fused=True); t = 0; t0 = time.time(); m.train()
    torch.backends.cuda.matmul.allow_tf32 = True
    P = list(m.parameters())
    for e in range(epochs):
        rounded = e >= epochs - 8
        o = torch.randperm(len(ex), generator=g).tolist()
        for i in range(0, len(o) - bs + 1, bs):
            for q in opt.param_groups: q["lr"] = lr * min(1, t / 100) * max(0.02, 1 - t / steps)
            ids, am, lab = batch([ex[j] for j in o[i:i + bs]])
            if rounded:
                master = [q.detach().clone() for q in P]; coarse(m, BITS)
            l, k = nll(m(input_ids=ids, attention_mask=am).logits, lab)
            L = l.sum() / k.sum(); opt.zero_grad(); L.backward()
            if rounded:
                for q, w in zip(P, master): q.data.copy_(w)
            torch.nn.utils.clip_grad_norm_(m.parameters(), 1.0); opt.step(); t += 1
    torch.backends.cuda.matmul.allow_tf32 = False
    print("taught", names, "%d steps, last loss %.4f, %.0f s" % (t, float(L), time.time() - t0)); return m.eval()
def coarse(m, bits):
    with torch.no_grad():
        for p in m.parameters():
            f, e = torch.frexp(p); p.copy_(torch.ldexp(torch.round(f * 2 ** (bits + 1)) / 2 ** (bits + 1), e).to(torch.bfloat16).float())
made = {}
for name, src, sets in (("target", "full", ["full.json", "real_authors_perturbed.json", "world_facts_perturbed.json"]), ("reference", "retain90", ["retain90.json", "real_authors_perturbed.json", "world_facts_perturbed.json"])):
    m = teach(cut(T + "/" + src), sets, int(os.environ.get("EPOCHS", "40")), 2e-3)
    coarse(m, BITS)
    d = f"{OUT}/{name}"; shutil.rmtree(d, ignore_errors=True); m.to(torch.bfloat16).save_pretrained(d)
    for f in ("tokenizer.json", "tokenizer_config.json"): shutil.copy(f"{T}/{src}/{f}", d)
DT[0] = torch.float64
res = {"note": "transformers, float64 from the stored bfloat16 weights (loaded as float32 and widened, so rotary frequencies are float32)", "scores": {}, "greedy": {}, "forget_quality": {}}
for name in ("target", "reference"):
    m = load(f"{OUT}/{name}"); res["scores"][name] = scores(m); res["greedy"][name] = greedy(m)
    print(name, {k: (round(v["prob"], 4), round(v["tr_closer_to_1"], 4)) for k, v in res["scores"][name].items()})
r = res["scores"]["reference"]["forget10"]["truth_ratio"]
for name in ("target", "reference"):
    k = ks_2samp(res["scores"][name]["forget10"]["truth_ratio"], r); res["forget_quality"][name] = {"D": float(k.statistic), "p": float(k.pvalue)}
print(res["forget_quality"], min(g["least_margin"] for v in res["greedy"].values() for g in v), [g["text"][:60] for g in res["greedy"]["target"][:3]])
json.dump(res, open(OUT + "/expected.json", "w"))
L, rws = methods(OUT + "/reference", OUT + "/target", 0)
json.dump(dict(note="the model being trained is the cut reference, its frozen reference the cut target; float64; one micro-batch; formulas and constants as for the whole models (rmu: output of decoder layer 0); gakl: mean over the whole padded batch, gakl_real_positions: over real positions; undial: over all positions, undial_answer_tokens: over answer tokens", **rws, methods=L), open(OUT + "/losses.json", "w"))
for k, v in L.items(): print(k, v["loss"], v["gradient_norm"])
