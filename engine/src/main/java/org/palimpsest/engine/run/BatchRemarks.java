package org.palimpsest.engine.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.palimpsest.engine.card.Catalogue;
import org.palimpsest.engine.card.MethodCard;
import org.palimpsest.engine.method.TrainingSets;
import org.palimpsest.engine.recipe.DataSource;
import org.palimpsest.engine.recipe.Recipe;

/** Says what becomes of a batch that is larger than a set; it is no mistake, but seldom meant. */
public final class BatchRemarks {
    private BatchRemarks() {}

    static List<String> of(Recipe recipe, TrainingSets sets) {
        return of(recipe, sets.forget().size(), sets.retain().size());
    }

    /**
     * The sentences.
     *
     * @param forget sequences of the forget set
     * @param retain sequences of the retain set
     */
    public static List<String> of(Recipe recipe, long forget, long retain) {
        Set<MethodCard.Need> needs =
                Catalogue.method(recipe.method().id()).map(MethodCard::needs).orElse(Set.of());
        boolean forgetLeads = needs.contains(MethodCard.Need.FORGET_SET);
        long anchor = forgetLeads ? forget : retain;
        int batch = recipe.training().batch();
        List<String> remarks = new ArrayList<>();
        if (anchor > 0 && batch > anchor) {
            remarks.add(
                    "\"batch\" is %d, but the %s set%s has %d sequences: every step takes all of them, so its batch is %d and an epoch is one step"
                            .formatted(
                                    batch,
                                    forgetLeads ? "forget" : "retain",
                                    file(
                                            forgetLeads
                                                    ? recipe.data().forget()
                                                    : recipe.data().retain()),
                                    anchor,
                                    anchor));
        }
        long drawn = Math.min(batch, anchor);
        if (forgetLeads && needs.contains(MethodCard.Need.RETAIN_SET) && retain > 0 && drawn > retain) {
            remarks.add("a step draws %d sequences of the retain set%s, which has %d: some come several times in a step"
                    .formatted(drawn, file(recipe.data().retain()), retain));
        }
        return remarks;
    }

    private static String file(DataSource source) {
        return source == null ? "" : " " + Path.of(source.path()).getFileName();
    }
}
