package org.palimpsest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.sample.models.SampleModel;

class SampleWorkspaceTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/palimpsest/sample");

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void nameTheFolder() {
        root = folder.resolve("ein Ordner für Prüfungen");
    }

    @Test
    void everyShippedTextIsUnpacked() throws IOException {
        assertThat(names(SampleWorkspace.unpack(root).texts()))
                .containsExactlyElementsOf(names(RESOURCES.resolve("fictional-authors")));
    }

    @Test
    void everyFileOfEveryModelIsUnpackedAsItIsShipped() throws IOException {
        SampleWorkspace workspace = SampleWorkspace.unpack(root);
        for (SampleModel model : SampleModel.values()) {
            Path shipped = RESOURCES.resolve("models").resolve(model.folder());
            assertThat(names(workspace.model(model))).containsExactlyElementsOf(names(shipped));
            for (String name : names(shipped)) {
                assertThat(workspace.model(model).resolve(name)).hasSameBinaryContentAs(shipped.resolve(name));
            }
        }
    }

    @Test
    void everyTextHasItsPlace() throws IOException {
        SampleWorkspace workspace = SampleWorkspace.unpack(root);
        assertThat(Files.readAllLines(workspace.text("forget10_perturbed"))).hasSize(32);
        assertThat(Files.readAllLines(workspace.text("idontknow"))).hasSize(40);
    }

    @Test
    void filesThatAreThereAreLeftAlone() throws IOException {
        Path file = SampleWorkspace.unpack(root).target().resolve("model.safetensors");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        SampleWorkspace.unpack(root);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(1_000_000));
    }

    @Test
    void filesOfOtherContentAreReplaced() throws IOException {
        Path file = SampleWorkspace.unpack(root).text("forget10");
        String shipped = Files.readString(file);
        Files.writeString(file, shipped.replace("Harzun", "Nobody"));
        SampleWorkspace.unpack(root);
        assertThat(file).hasContent(shipped);
    }

    @Test
    void whatElseLiesThereStays() throws IOException {
        Path own = SampleWorkspace.unpack(root).texts().resolve("mine.jsonl");
        Files.writeString(own, "{}");
        SampleWorkspace.unpack(root);
        assertThat(own).hasContent("{}");
    }

    @Test
    void unpacksFromAJar() throws Exception {
        Path jar = jarOf(Path.of("target/classes"), folder.resolve("sample.jar"));
        try (URLClassLoader loader = new URLClassLoader(classPathWith(jar), ClassLoader.getPlatformClassLoader())) {
            Class<?> packed = loader.loadClass(SampleWorkspace.class.getName());
            assertThat(packed.getProtectionDomain().getCodeSource().getLocation())
                    .isEqualTo(jar.toUri().toURL());
            packed.getMethod("unpack", Path.class).invoke(null, root);
        }
        assertThat(ShippedModels.differences(root.resolve("models")).values()).allMatch(List::isEmpty);
    }

    private static Path jarOf(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> all = Files.walk(classes)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    /** This test's class path with a jar in the place of the folder of this module's classes. */
    private static URL[] classPathWith(Path jar) {
        Path own = Path.of("target/classes").toAbsolutePath();
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .map(entry -> entry.equals(own) ? jar : entry)
                .map(SampleWorkspaceTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
