package org.palimpsest.engine.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.palimpsest.engine.event.RunFolder;
import org.palimpsest.engine.recipe.Recipe;

/** Looks, before anything is opened, whether a run can go on as it is asked to. */
final class ResumeCheck {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * How it goes on.
     *
     * @param checkpoint empty for the beginning
     * @param remarks what is to be said in the log
     * @param inputs what it goes on with, where that is not noted yet
     */
    record Way(Optional<Checkpoint> checkpoint, List<String> remarks, Optional<Inputs> inputs) {}

    private final RunFolder folder;
    private final Resumption asked;

    ResumeCheck(RunFolder folder, Resumption asked) {
        this.folder = folder;
        this.asked = asked;
    }

    /**
     * Looks.
     *
     * @param begun whether the log has events yet
     * @throws ResumeRefusedException if the checkpoint is damaged, or the inputs are others; the message says how it can go on
     * @throws RunException if there is no such checkpoint
     * @throws IOException if an input cannot be read
     */
    Way way(boolean begun) throws IOException {
        Optional<Checkpoint> checkpoint = CheckpointChoice.of(folder, asked.from());
        if (checkpoint.isEmpty() && isFork()) {
            throw new RunException("%s began with a checkpoint of the run it was forked from, and that is gone. %s"
                    .formatted(folder.path(), forkAgain()));
        }
        List<String> remarks = new ArrayList<>();
        if (checkpoint.isPresent()) {
            try {
                checkpoint.get().check().ifPresent(remarks::add);
            } catch (CheckpointException e) {
                throw refused(checkpoint.get(), e.problem(), e);
            }
        }
        Recipe recipe = KeptRecipe.read(folder);
        Inputs now = Inputs.of(folder, recipe);
        Optional<Inputs> noted = Inputs.read(folder);
        if (noted.isPresent()) {
            List<String> differences = noted.get().differences(now);
            if (!differences.isEmpty()) {
                String all = String.join("; ", differences);
                if (!asked.changedInputs()) {
                    throw ResumeRefusedException.inputs(
                            "%s cannot go on as if nothing had happened, for its inputs have changed since it began: %s. Put them back; or go on with what lies there now, which is noted in the log: palimpsest resume %s --with-changed-inputs"
                                    .formatted(folder.path(), all, quoted()));
                }
                remarks.add("goes on with changed inputs, as asked: " + all);
                return new Way(checkpoint, remarks, Optional.of(now));
            }
            return new Way(checkpoint, remarks, Optional.empty());
        }
        if (begun || checkpoint.isPresent()) {
            remarks.add(
                    "this run was begun by version 0.1, which noted no digests of its inputs: whether data, models and recipe are what it began with could not be checked");
            if (recipe.training().microBatch() < recipe.training().batch()) {
                remarks.add(
                        "version 0.1 averaged the loss over the tokens of each micro-batch by itself; from here on it is one mean over the whole batch");
            }
        }
        return new Way(checkpoint, remarks, Optional.of(now));
    }

    /** Says of a checkpoint what is wrong with it, and offers the newest before it that can be used. */
    ResumeRefusedException refused(Checkpoint checkpoint, String problem, Exception cause) {
        String what = "the checkpoint %s cannot be used: %s.".formatted(checkpoint.folder(), problem);
        Optional<Checkpoint> before = Checkpoint.of(folder).stream()
                .filter(other -> other.step() < checkpoint.step())
                .sorted(Comparator.comparingLong(Checkpoint::step).reversed())
                .filter(ResumeCheck::usable)
                .findFirst();
        if (before.isPresent()) {
            long step = before.get().step();
            return ResumeRefusedException.checkpoint(
                    "%s Go on from the one before it, of step %d: palimpsest resume %s --from %d"
                            .formatted(what, step, quoted(), step),
                    step,
                    cause);
        }
        if (isFork()) {
            return ResumeRefusedException.checkpoint(
                    "%s There is none before it. %s".formatted(what, forkAgain()), null, cause);
        }
        return ResumeRefusedException.checkpoint(
                "%s There is none before it that can be used; begin again with the first step: palimpsest resume %s --from 0"
                        .formatted(what, quoted()),
                0L,
                cause);
    }

    private static boolean usable(Checkpoint checkpoint) {
        try {
            checkpoint.check();
            return true;
        } catch (CheckpointException e) {
            return false;
        }
    }

    private boolean isFork() {
        return Files.exists(folder.origin());
    }

    private String forkAgain() {
        try {
            JsonNode origin = JSON.readTree(folder.origin().toFile());
            return "Fork it again: palimpsest fork \"%s\" --at %d --out ..."
                    .formatted(origin.path("run").asText(), origin.path("step").asLong());
        } catch (IOException e) {
            return "Fork it again from the run it came from";
        }
    }

    private String quoted() {
        String path = folder.path().toString();
        return path.matches("[\\w./\\\\:-]+") ? path : "\"" + path + "\"";
    }
}
