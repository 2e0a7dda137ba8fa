package org.palimpsest.app.attack;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Date;
import java.util.Locale;
import org.palimpsest.app.form.NumberText;
import org.palimpsest.app.text.Messages;
import org.palimpsest.engine.card.AttackCard;
import org.palimpsest.engine.card.Claim;
import org.palimpsest.engine.card.Source;

/** What Attack says of attacks, figures and what they mean. */
final class AttackWords {
    private static final double LEAST_SHOWN = 1e-6;

    private final Messages words = Messages.of("attack");

    String get(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    /** Three decimals, or two figures where those would say zero. */
    String figure(double value) {
        if (Double.isNaN(value)) {
            return words.get("figure.none");
        }
        if (Math.abs(value) < LEAST_SHOWN) {
            return words.get("figure", 0);
        }
        return Math.abs(value) >= 0.01
                ? words.get("figure", value)
                : words.get("figure.tiny", new BigDecimal(value).round(new MathContext(2)));
    }

    /** A measured quantity with an arrow for better; the name in the log where there are no words for it. */
    String quantity(String name) {
        return words.has("quantity." + name) ? words.get("quantity." + name) : name;
    }

    /** The same for a heading or an axis. */
    String brief(String name) {
        return words.has("brief." + name) ? words.get("brief." + name) : name;
    }

    String source(Source source) {
        return source.year() == 0
                ? words.get("source.plain", source.title())
                : words.get(
                        "source",
                        source.authors(),
                        Integer.toString(source.year()),
                        source.title(),
                        source.reference());
    }

    String claim(Claim claim) {
        return words.get("claim." + claim.trust().name().toLowerCase(Locale.ROOT), claim.text());
    }

    /** How far an attack is. */
    String state(AttackJob job) {
        String key =
                switch (job.stage()) {
                    case WAITING -> job.canBeGivenUp() ? "state.opening" : "state.waiting";
                    case REFERENCE -> "state.reference";
                    case MODEL -> "state.model";
                };
        return words.get(key, job.points(), job.total());
    }

    /** An attack in the list of those that were made. */
    String name(AttackCourse course) {
        String time = time(course);
        return AttackStory.of(course)
                .map(story -> words.get(
                        Double.isNaN(story.reference()) ? "course.pair" : "course",
                        course.step(),
                        time,
                        figure(story.before()),
                        figure(story.after()),
                        figure(story.reference())))
                .orElseGet(() -> words.get("course.begun", course.step(), time));
    }

    /** When a course began, which tells attacks with different settings on one step apart. */
    String time(AttackCourse course) {
        return words.get("course.time", Date.from(course.begun()));
    }

    /** The name of a point; the log's own where there are no words for it. */
    String label(String label) {
        return words.has("label." + label) ? words.get("label." + label) : label;
    }

    String verdict(AttackVerdict verdict) {
        return words.get("verdict." + key(verdict));
    }

    /** The numbers of an attack and what they mean, in sentences. */
    String reason(AttackCard card, AttackCourse course, AttackStory story, Integer samples) {
        String where = where(card, course, story, samples);
        String what = words.get(
                "said." + (words.has("said." + story.quantity()) ? story.quantity() : "other"), story.quantity());
        String figures = words.get(
                Double.isNaN(story.reference()) ? "story.pair" : "story",
                where,
                what,
                figure(story.after()),
                figure(story.before()),
                figure(story.reference()));
        String target = Double.isNaN(story.target()) ? "" : " " + words.get("story.target", figure(story.target()));
        return figures + target + " " + words.get("reason." + key(story.verdict()));
    }

    private String where(AttackCard card, AttackCourse course, AttackStory story, Integer samples) {
        if (course.isTable()) {
            return words.get("where.named", label(story.at().label()), card.name());
        }
        String x = NumberText.of(story.at().x());
        String axis = words.has("axis." + card.axis()) ? words.get("axis." + card.axis()) : card.axis();
        return samples == null
                ? words.get("where", x, axis, card.name())
                : words.get("where.samples", x, axis, card.name(), samples);
    }

    private static String key(AttackVerdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
