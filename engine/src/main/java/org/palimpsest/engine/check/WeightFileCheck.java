package org.palimpsest.engine.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.palimpsest.engine.check.CheckReport.Part;
import org.palimpsest.engine.check.CheckReport.State;
import org.palimpsest.engine.check.CheckReport.Subject;
import org.palimpsest.engine.model.ShardIndex;
import org.palimpsest.engine.tensor.SafetensorsFile;

/** Whether the weight files are whole: heads, offsets, lengths, overlaps, and what the index says of them. */
final class WeightFileCheck {
    /** So many problems are told; the others are counted. */
    private static final int TOLD = 5;

    private final Path folder;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final Map<String, Set<String>> tensorsByFile = new HashMap<>();
    private long bytes;
    private long tensors;

    private WeightFileCheck(Path folder) {
        this.folder = folder;
    }

    static Part of(Path folder, Listener listener) {
        if (!Files.isDirectory(folder)) {
            return new Part(Subject.FILES, State.LEFT_OUT, "there is no folder");
        }
        return new WeightFileCheck(folder).look(listener);
    }

    /** The weight files of a folder: those in it, and those elsewhere in it that its index names. */
    static List<Path> files(Path folder) throws IOException {
        Set<Path> files = new TreeSet<>();
        try (Stream<Path> inside = Files.list(folder)) {
            inside.filter(file -> file.getFileName().toString().endsWith(".safetensors"))
                    .forEach(files::add);
        }
        Path index = folder.resolve(ShardIndex.NAME);
        if (Files.isRegularFile(index)) {
            for (String shard : ShardIndex.read(index).values()) {
                Path file = folder.resolve(shard).normalize();
                if (Files.exists(file) && file.startsWith(folder.normalize())) {
                    files.add(file);
                }
            }
        }
        return List.copyOf(files);
    }

    private Part look(Listener listener) {
        try {
            List<Path> files = files(folder);
            for (int i = 0; i < files.size(); i++) {
                look(files.get(i));
                listener.hear(Subject.FILES, i + 1L, files.size());
            }
            lookAtIndex();
            if (files.isEmpty()) {
                return new Part(Subject.FILES, State.LEFT_OUT, "there is no safetensors file");
            }
            return part(files.size());
        } catch (IOException | UncheckedIOException e) {
            return new Part(Subject.FILES, State.WRONG, e.getMessage());
        }
    }

    private void look(Path path) throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            bytes += Files.size(path);
            tensors += file.names().size();
            tensorsByFile.put(folder.relativize(path).toString().replace('\\', '/'), file.names());
            if (file.unclaimedBytes() > 0) {
                notices.add("%s has %d bytes that belong to no tensor, for which the Python library refuses it"
                        .formatted(path.getFileName(), file.unclaimedBytes()));
            }
        } catch (IOException e) {
            wrong.add(e.getMessage());
        }
    }

    private void lookAtIndex() throws IOException {
        Path index = folder.resolve(ShardIndex.NAME);
        if (!Files.isRegularFile(index)) {
            return;
        }
        Map<String, String> shards = ShardIndex.read(index);
        Set<String> absent = new TreeSet<>();
        shards.forEach((tensor, shard) -> {
            Set<String> names = tensorsByFile.get(shard);
            if (names == null) {
                absent.add(shard);
            } else if (!names.contains(tensor)) {
                wrong.add("%s says that tensor \"%s\" is in %s, which does not have it"
                        .formatted(ShardIndex.NAME, tensor, shard));
            }
        });
        for (String shard : absent) {
            if (!Files.exists(folder.resolve(shard))) {
                wrong.add("%s names %s, which is not there; fetch it".formatted(ShardIndex.NAME, shard));
            }
        }
        Set<String> unnamed = new TreeSet<>();
        shards.values().stream()
                .distinct()
                .filter(tensorsByFile::containsKey)
                .forEach(shard -> unnamed.addAll(tensorsByFile.get(shard)));
        unnamed.removeAll(shards.keySet());
        if (!unnamed.isEmpty()) {
            notices.add("%s does not name %d tensor%s that the shards have, first \"%s\""
                    .formatted(
                            ShardIndex.NAME,
                            unnamed.size(),
                            unnamed.size() == 1 ? "" : "s",
                            unnamed.iterator().next()));
        }
    }

    private Part part(int files) {
        String found = String.format(
                Locale.ROOT, "%d file%s, %,d bytes, %d tensors", files, files == 1 ? "" : "s", bytes, tensors);
        if (!wrong.isEmpty()) {
            return new Part(Subject.FILES, State.WRONG, told(wrong));
        }
        return notices.isEmpty()
                ? new Part(Subject.FILES, State.GOOD, found + "; heads, offsets and lengths are sound")
                : new Part(Subject.FILES, State.NOTICE, found + "; " + told(notices));
    }

    private static String told(List<String> sentences) {
        int more = sentences.size() - TOLD;
        return String.join("; ", sentences.subList(0, Math.min(TOLD, sentences.size())))
                + (more > 0 ? "; and %d more of the kind".formatted(more) : "");
    }
}
