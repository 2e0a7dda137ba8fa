package org.palimpsest.app.library;

import org.palimpsest.app.worker.RunEntry;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.recipe.Recipe;

/** What is known of the chosen thing. */
sealed interface Detail {

    /** It is being looked into. */
    record Looking() implements Detail {}

    /** A model or data, as the desk found it. */
    record Found(DeskReply reply) implements Detail {}

    record OfRecipe(Recipe recipe) implements Detail {}

    record OfRun(RunEntry run) implements Detail {}

    /** It cannot be used; {@code words} say what is wrong and what to do. */
    record Wrong(String words) implements Detail {}
}
