import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reads what Surefire wrote of all modules below some folders. {@code skips DIR...}: each test that was skipped with its reason, one a
 * line; exit status 1 if they are 20 or more. {@code count DIR...}: one line, how many passed and failed; exit status 1 if one failed.
 */
public final class TestReports {
    private static final int TOO_MANY = 20;

    private int run;
    private int failed;
    private final List<String> skips = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        TestReports reports = new TestReports();
        for (String folder : Arrays.asList(arguments).subList(1, arguments.length)) {
            reports.read(Path.of(folder));
        }
        if (arguments[0].equals("skips")) {
            reports.skips.forEach(System.out::println);
            boolean tooMany = reports.skips.size() >= TOO_MANY;
            System.out.printf(
                    "%d tests skipped%s%n",
                    reports.skips.size(), tooMany ? ", which is too many: fewer than " + TOO_MANY + " may be" : "");
            System.exit(tooMany ? 1 : 0);
        }
        int passed = reports.run - reports.failed - reports.skips.size();
        System.out.printf("%d passed, %d failed%n", passed, reports.failed);
        System.exit(reports.failed == 0 && passed > 0 ? 0 : 1);
    }

    private void read(Path folder) throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (Path file : files(folder)) {
            NodeList tests = parser.parse(file.toFile()).getElementsByTagName("testcase");
            for (int i = 0; i < tests.getLength(); i++) {
                take((Element) tests.item(i));
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> modules = Files.list(folder)) {
            for (Path module : modules.sorted().toList()) {
                Path reports = module.resolve("target/surefire-reports");
                if (Files.isDirectory(reports)) {
                    try (Stream<Path> all = Files.list(reports)) {
                        all.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                                .sorted()
                                .forEach(files::add);
                    }
                }
            }
        }
        return files;
    }

    private void take(Element test) {
        run++;
        if (test.getElementsByTagName("failure").getLength() + test.getElementsByTagName("error").getLength() > 0) {
            failed++;
        }
        NodeList skipped = test.getElementsByTagName("skipped");
        if (skipped.getLength() > 0) {
            String name = test.getAttribute("classname").replaceFirst(".*\\.", "");
            String method = test.getAttribute("name");
            String reason = ((Element) skipped.item(0)).getAttribute("message").lines().findFirst().orElse("no reason");
            skips.add("skipped " + name + (method.isEmpty() ? "" : "." + method) + ": " + reason);
        }
    }
}
