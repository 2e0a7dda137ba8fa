package org.palimpsest.engine.desk;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.palimpsest.engine.model.DecoderModel;
import org.palimpsest.engine.text.Tokenizer;

/**
 * Models and tokenizers last asked about, so that a second question is quick: at most so many, and together no more than a share of
 * this machine's memory beyond those in use. For one thread.
 */
final class Kept implements AutoCloseable {
    /** A target, a reference and the newest checkpoints asked about. */
    private static final int MODELS = 5;

    private static final int TOKENIZERS = 3;

    private final long budget;
    private final Map<ModelPlace.Stamp, Loaded> models = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Path, Tokenizer> tokenizers = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Path, Long> tokenizerTimes = new LinkedHashMap<>();

    private static final class Loaded {
        final DecoderModel model;
        final long bytes;
        int holders;

        Loaded(DecoderModel model, long bytes) {
            this.model = model;
            this.bytes = bytes;
        }
    }

    /** A model that stays in memory until this is closed. */
    final class Held implements AutoCloseable {
        private final Loaded loaded;

        private Held(Loaded loaded) {
            this.loaded = loaded;
            loaded.holders++;
        }

        DecoderModel model() {
            return loaded.model;
        }

        @Override
        public void close() {
            loaded.holders--;
        }
    }

    /** Keeps models as long as they take no more than half of the machine's memory. */
    Kept() {
        this(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / 2);
    }

    Kept(long budget) {
        this.budget = budget;
    }

    /**
     * The model of a place, read only if it is not kept.
     *
     * @throws IOException if it cannot be read
     */
    Held hold(ModelPlace place) throws IOException {
        ModelPlace.Stamp stamp = place.stamp();
        Loaded found = models.get(stamp);
        if (found == null) {
            long bytes = place.bytes();
            makeRoom(bytes);
            found = new Loaded(place.load(), bytes);
            models.put(stamp, found);
        }
        return new Held(found);
    }

    /** Gives up the models longest not asked about, but never one in use. */
    private void makeRoom(long bytes) {
        List<ModelPlace.Stamp> oldestFirst = new ArrayList<>(models.keySet());
        for (ModelPlace.Stamp stamp : oldestFirst) {
            long all =
                    models.values().stream().mapToLong(loaded -> loaded.bytes).sum();
            if (models.size() < MODELS && all + bytes <= budget) {
                return;
            }
            Loaded loaded = models.get(stamp);
            if (loaded.holders == 0) {
                loaded.model.close();
                models.remove(stamp);
            }
        }
    }

    /** The tokenizer of a folder; it stays open at least until the next question. */
    Tokenizer tokenizer(Path folder) {
        long changed = folder.resolve("tokenizer.json").toFile().lastModified();
        Tokenizer known = tokenizers.get(folder);
        if (known != null && tokenizerTimes.get(folder) == changed) {
            return known;
        }
        Tokenizer opened = Tokenizer.open(folder);
        if (known != null) {
            known.close();
        } else if (tokenizers.size() >= TOKENIZERS) {
            Path oldest = tokenizers.keySet().iterator().next();
            tokenizers.remove(oldest).close();
        }
        tokenizers.put(folder, opened);
        tokenizerTimes.put(folder, changed);
        return opened;
    }

    /** Number of models in memory. */
    int models() {
        return models.size();
    }

    /** Gives up every model that is not in use. */
    void clear() {
        models.values().removeIf(loaded -> {
            if (loaded.holders > 0) {
                return false;
            }
            loaded.model.close();
            return true;
        });
    }

    @Override
    public void close() {
        models.values().forEach(loaded -> loaded.model.close());
        models.clear();
        tokenizers.values().forEach(Tokenizer::close);
        tokenizers.clear();
    }
}
