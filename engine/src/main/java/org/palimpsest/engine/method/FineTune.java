package org.palimpsest.engine.method;

import com.google.auto.service.AutoService;
import org.palimpsest.engine.card.Settings;
import org.palimpsest.engine.model.DecoderModel;

/** Fine-tuning on the retain set alone: L = NLL(retain). The weakest baseline. */
@AutoService(UnlearningMethod.class)
public final class FineTune extends GradientMethod {
    public FineTune() {
        super("finetune");
    }

    @Override
    Objective objective(DecoderModel model, FrozenReference reference, Settings settings) {
        return (scope, batch) -> {
            PartialMean retain = Answers.of(scope, model, batch.retain()).mean();
            return Loss.of(new Loss.Term("retain", 1, retain));
        };
    }
}
