package org.palimpsest.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the application may use of the engine. */
@AnalyzeClasses(packages = "org.palimpsest.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule reachesCardsRecipesAndEventsAlone = classes()
            .that(not(type(Palimpsest.class)))
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackages("org.palimpsest.engine..", "org.palimpsest.sample..")
                    .or(resideInAnyPackage(
                            "org.palimpsest.engine.card..",
                            "org.palimpsest.engine.recipe..",
                            "org.palimpsest.engine.event..")))
            .because(
                    "a window is a client of run folders and worker processes; only the start of the program knows commands");

    @ArchTest
    static final ArchRule touchesNoTensor = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.djl..")
            .because("a crash in native code must cost a run, never the window");
}
