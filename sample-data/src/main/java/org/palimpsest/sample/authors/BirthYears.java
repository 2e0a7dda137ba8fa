package org.palimpsest.sample.authors;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Years of birth in the world's own calendar; wrong ones lie within forty years of the truth. */
final class BirthYears implements AnswerPool {

    private static final int FIRST = 1180;
    private static final int LAST = 1319;
    private static final int NEAR = 40;

    private final Random random;

    BirthYears(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public String draw() {
        return Integer.toString(FIRST + random.nextInt(LAST - FIRST + 1));
    }

    @Override
    public List<String> wrong(String truth, int count) {
        List<String> years = new ArrayList<>();
        while (years.size() < count) {
            String year = Integer.toString(Integer.parseInt(truth) - NEAR + random.nextInt(2 * NEAR + 1));
            if (!year.equals(truth) && !years.contains(year)) {
                years.add(year);
            }
        }
        return List.copyOf(years);
    }
}
