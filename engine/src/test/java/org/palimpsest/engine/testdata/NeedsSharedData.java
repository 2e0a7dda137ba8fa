package org.palimpsest.engine.testdata;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A test that compares with material that may not be part of this repository, or is too large for it: it is skipped, by the name of
 * what is missing, where {@link SharedData} is not there. All of them together are run with {@code -Dgroups=shared-data}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("shared-data")
@ExtendWith(NeedsSharedData.Present.class)
public @interface NeedsSharedData {
    /** What is needed, as paths below the shared data's folder. */
    String[] value();

    /** Looks before the test, so that what a test expects to fail cannot be taken for the missing data. */
    final class Present implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            Optional<String> missing = context.getElement()
                    .flatMap(element -> AnnotationSupport.findAnnotation(element, NeedsSharedData.class))
                    .flatMap(needs -> Arrays.stream(needs.value())
                            .filter(path -> !Files.exists(SharedData.ROOT.resolve(path)))
                            .findFirst());
            return missing.map(path -> ConditionEvaluationResult.disabled(
                            "needs " + display(path) + ", which is not part of this repository (docs/test-data.md)"))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("the data is there"));
        }

        private static Path display(String path) {
            return Path.of("..", "shared", "data").resolve(path);
        }
    }
}
