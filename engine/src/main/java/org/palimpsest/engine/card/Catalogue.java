package org.palimpsest.engine.card;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All cards there are, read from the folders {@code cards/methods}, {@code metrics}, {@code probes} and {@code attacks}. */
public final class Catalogue {
    private static final String ROOT = "/org/palimpsest/resources/cards/";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Catalogue() {}

    public static List<MethodCard> methods() {
        return Loaded.METHODS;
    }

    public static List<MetricCard> metrics() {
        return Loaded.METRICS;
    }

    public static List<ProbeCard> probes() {
        return Loaded.PROBES;
    }

    public static List<AttackCard> attacks() {
        return Loaded.ATTACKS;
    }

    public static Optional<MethodCard> method(String id) {
        return find(methods(), id);
    }

    public static Optional<MetricCard> metric(String id) {
        return find(metrics(), id);
    }

    public static Optional<ProbeCard> probe(String id) {
        return find(probes(), id);
    }

    public static Optional<AttackCard> attack(String id) {
        return find(attacks(), id);
    }

    private static <C extends Card> Optional<C> find(List<C> cards, String id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    /** Read once, when first asked for. */
    private static final class Loaded {
        static final List<MethodCard> METHODS = read("methods", MethodCard.class);
        static final List<MetricCard> METRICS = read("metrics", MetricCard.class);
        static final List<ProbeCard> PROBES = read("probes", ProbeCard.class);
        static final List<AttackCard> ATTACKS = read("attacks", AttackCard.class);
    }

    private static <C extends Card> List<C> read(String folder, Class<C> type) {
        URL url = Catalogue.class.getResource(ROOT + folder);
        if (url == null) {
            throw new IllegalStateException("no cards found at " + ROOT + folder + ": the resources module is missing");
        }
        try {
            URI uri = url.toURI();
            if (!uri.getScheme().equals("jar")) {
                return readFolder(Path.of(uri), type);
            }
            // Opened by path: a file system opened by URI is shared by the whole program and may be open already.
            String jarFile = uri.getRawSchemeSpecificPart();
            try (FileSystem jar =
                    FileSystems.newFileSystem(Path.of(URI.create(jarFile.substring(0, jarFile.indexOf("!/")))))) {
                return readFolder(jar.getPath(ROOT + folder), type);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <C extends Card> List<C> readFolder(Path folder, Class<C> type) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> readCard(file, type))
                    .sorted(Comparator.comparing(Card::id))
                    .toList();
        }
    }

    private static <C extends Card> C readCard(Path file, Class<C> type) {
        try (InputStream in = Files.newInputStream(file)) {
            return JSON.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("card " + file + ": " + e.getMessage(), e);
        }
    }
}
