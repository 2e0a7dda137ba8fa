package org.palimpsest.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** Which room of the engine may use which, and what no room may use. */
@AnalyzeClasses(packages = "org.palimpsest.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ENGINE = "org.palimpsest.engine";

    @ArchTest
    static final ArchRule faultUsesNoRoom =
            room("fault").because("whatever room reads a file, what is wrong with it is told in the same words");

    @ArchTest
    static final ArchRule cardUsesNoRoom = room("card")
            .because("forms, help, documentation and recipe checks are made from cards where no model can be loaded");

    @ArchTest
    static final ArchRule eventUsesNoRoom =
            room("event").because("a window or a script must be able to read a run without anything that made it");

    @ArchTest
    static final ArchRule recipeUsesCards = room("recipe", "card")
            .because(
                    "what may be asked follows from the cards alone, so a recipe can be checked before anything is loaded");

    @ArchTest
    static final ArchRule tensorUsesNoRoom =
            room("tensor").because("it mends what the tensor library lacks and knows of no model, text or method");

    @ArchTest
    static final ArchRule textUsesNoRoom =
            room("text").because("token ids follow from tokenizer and prompt format alone, whatever model reads them");

    @ArchTest
    static final ArchRule modelUsesTensors = room("model", "tensor")
            .because(
                    "a model takes token ids and gives logits; what the ids mean and why they are asked is not its business");

    @ArchTest
    static final ArchRule dataUsesText =
            room("data", "text").because("data can be inspected and counted in tokens without loading a model");

    @ArchTest
    static final ArchRule objectiveUsesTensors = room("objective", "tensor")
            .because("a loss is a pure function of logits, so it can be checked against worked examples");

    @ArchTest
    static final ArchRule methodSteps = room("method", "card", "tensor", "model", "text", "data", "objective")
            .because("a method only steps; it must not know how it is measured, watched or attacked");

    @ArchTest
    static final ArchRule evaluateMeasures = room("evaluate", "card", "tensor", "model", "text", "data")
            .because("a metric sees a model and data, never the method that made the model, so all are measured alike");

    @ArchTest
    static final ArchRule probeWatches = room(
                    "probe", "card", "event", "tensor", "model", "text", "data", "objective", "evaluate")
            .because("a probe looks at the model between two steps and cannot reach the method's session or the run");

    @ArchTest
    static final ArchRule attackTrainsAndMeasures = room(
                    "attack", "card", "tensor", "model", "text", "data", "objective", "method", "evaluate")
            .because(
                    "an attack may train and measure as methods and metrics do, on a copy, knowing nothing of the run around it");

    @ArchTest
    static final ArchRule reportReads = room("report", "card", "recipe", "event")
            .because("a report shows only what a run observed, so it can be made of any run folder, anywhere, later");

    @ArchTest
    static final ArchRule runDrives = room(
                    "run",
                    "card",
                    "recipe",
                    "event",
                    "tensor",
                    "model",
                    "text",
                    "data",
                    "method",
                    "evaluate",
                    "probe",
                    "attack")
            .because(
                    "the loop brings recipe, models and events together and must work without command line, process or report");

    @ArchTest
    static final ArchRule checkLooksThrough = room("check", "tensor", "model", "text")
            .because("a folder is looked through before anything is asked of its model, by whoever is given one");

    @ArchTest
    static final ArchRule deskAnswers = room(
                    "desk",
                    "card",
                    "recipe",
                    "event",
                    "tensor",
                    "model",
                    "text",
                    "data",
                    "method",
                    "evaluate",
                    "probe",
                    "attack",
                    "check",
                    "run")
            .because(
                    "it asks of run folders and models what a run asks, and must work without command line or process");

    @ArchTest
    static final ArchRule workerCarries = room("worker", "recipe", "event", "text", "run", "desk")
            .because("the process only carries commands in and events out; what they mean is decided in run and desk");

    @ArchTest
    static final ArchRule benchMeasuresSpeed = room(
                    "bench", "cli", "check", "run", "method", "card", "text", "model", "tensor")
            .because(
                    "speed is measured on the rooms that compute, driven as a run drives them, without data or recipe");

    @ArchTest
    static final ArchRule everyClassLivesInAKnownRoom = classes()
            .should()
            .resideInAnyPackage(Stream.concat(
                            Stream.of(ENGINE),
                            Stream.of(
                                            "fault",
                                            "card",
                                            "recipe",
                                            "event",
                                            "tensor",
                                            "model",
                                            "text",
                                            "data",
                                            "objective",
                                            "method",
                                            "probe",
                                            "evaluate",
                                            "attack",
                                            "check",
                                            "run",
                                            "desk",
                                            "worker",
                                            "report",
                                            "cli",
                                            "bench")
                                    .map(ArchitectureTest::in))
                    .toArray(String[]::new))
            .because("a new room needs a rule here that says what it may use and why");

    @ArchTest
    static final ArchRule nobodyUsesTheEntrances = noClasses()
            .that()
            .resideOutsideOfPackages(in("cli"), in("bench"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(in("cli"), in("bench"))
            .because("commands call the rooms, never the other way round");

    @ArchTest
    static final ArchRule noCircles = slices().matching(ENGINE + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("rooms that need each other are one room");

    @ArchTest
    static final ArchRule internalsOfTheTensorLibraryStayInOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage(in("tensor"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl.pytorch..")
            .because("these classes may change with every release; one room is to be mended then");

    @ArchTest
    static final ArchRule noNumbersInRecordedProducts = noClasses()
            .that()
            .resideInAnyPackage(in("model"), in("objective"), in("method"), in("attack"))
            .should()
            .callMethod(NDArray.class, "mul", Number.class)
            .orShould()
            .callMethod(NDArray.class, "div", Number.class)
            .orShould()
            .callMethod(NDArray.class, "pow", Number.class)
            .because("the number's memory may be reused before the backward pass reads it; Gradients.scaled keeps it");

    @ArchTest
    static final ArchRule memoryIsWrittenInPlace = noClasses()
            .should()
            .callMethod(NDArray.class, "copyTo", NDArray.class)
            .because(
                    "it gives the target new memory, and weights that share theirs would part; Contents.copy does not");

    @ArchTest
    static final ArchRule noTensorsInWhatAWindowReads = noClasses()
            .that()
            .resideInAnyPackage(in("card"), in("recipe"), in("event"), in("report"), in("worker"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..")
            .because("a window and a reader of runs must never load the native library");

    @ArchTest
    static final ArchRule noWindows = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "com.sun.javafx..", "javax.swing..")
            .because("the engine runs on machines without a screen");

    @ArchTest
    static final ArchRule drawingOnlyInReports = noClasses()
            .that()
            .resideOutsideOfPackage(in("report"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.awt..")
            .because("drawing is the report's business");

    @ArchTest
    static final ArchRule noConnections = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.http\\..*|java\\.net\\.(\\w*URLConnection|\\w*Socket\\w*|Inet\\w+)"
                    + "|java\\.nio\\.channels\\.\\w*(Socket|Datagram)\\w*|javax\\.net\\..*")
            .orShould()
            .callMethod("java.net.URL", "openStream")
            .because("nothing is fetched, sent or listened for: models and data are files that a person put there");

    @ArchTest
    static final ArchRule standardStreamsBelongToPrograms = noClasses()
            .that()
            .resideOutsideOfPackages(in("cli"), in("worker"))
            .should(ACCESS_STANDARD_STREAMS)
            .because(
                    "standard output carries results and events; whoever else has something to say throws it, logs it or returns it");

    @ArchTest
    static final ArchRule classesAreNamedForAConcept = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl|Misc|Common)")
            .because("such a name says that nobody knew what belongs there");

    /** A room uses the JDK, libraries, itself, the words for what is wrong with a file, and the rooms named. */
    private static ArchRule room(String room, String... mayUse) {
        String[] allowed = Stream.concat(Stream.of(room, "fault"), Arrays.stream(mayUse))
                .map(ArchitectureTest::in)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(in(room))
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("org.palimpsest..").or(resideInAnyPackage(allowed)));
    }

    private static String in(String room) {
        return ENGINE + "." + room + "..";
    }
}
