package org.palimpsest.engine.desk;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.palimpsest.engine.event.desk.DeskCommand;
import org.palimpsest.engine.event.desk.DeskReply;
import org.palimpsest.engine.run.FailureSentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes questions from any thread and works them one after the other on the thread that calls {@link #work}. */
public final class Desk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    private final Consumer<DeskReply> replies;
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private final Map<Long, Question> open = new ConcurrentHashMap<>();
    private final Kept kept = new Kept();
    private boolean ended;

    /** @param replies takes every reply, on the thread that works */
    public Desk(Consumer<DeskReply> replies) {
        this.replies = replies;
    }

    /** Takes a question; {@link DeskCommand.Cancel} is heeded at once. */
    public void accept(DeskCommand command) {
        if (command instanceof DeskCommand.Cancel) {
            Question question = open.get(command.id());
            if (question != null) {
                question.giveUp();
            }
            return;
        }
        Question question = new Question(command.id(), replies);
        open.put(command.id(), question);
        waiting.add(() -> answer(command, question));
    }

    /** No question follows: {@link #work} returns when those that wait are answered. */
    public void end() {
        waiting.add(() -> ended = true);
    }

    /**
     * Works questions until {@link #end}.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public void work() throws InterruptedException {
        while (!ended) {
            waiting.take().run();
        }
    }

    private void answer(DeskCommand command, Question question) {
        DeskReply last;
        try {
            question.requireWanted();
            dispatch(command, question);
            last = new DeskReply.Done(command.id());
        } catch (GivenUpException e) {
            last = new DeskReply.Refused(command.id(), e.getMessage());
        } catch (DeskException e) {
            last = new DeskReply.Refused(command.id(), e.getMessage(), e.pointer());
        } catch (IOException | RuntimeException | Error e) {
            last = new DeskReply.Refused(command.id(), sentence(command, e));
        }
        open.remove(command.id());
        replies.accept(last);
    }

    private String sentence(DeskCommand command, Throwable failure) {
        String sentence = FailureSentence.of(failure);
        if (failure instanceof Error || FailureSentence.isUnexpected(sentence)) {
            LOG.error("{}", command, failure);
            // Whatever was kept may be what fills the memory.
            kept.clear();
        }
        return sentence;
    }

    private void dispatch(DeskCommand command, Question question) throws IOException {
        if (command instanceof DeskCommand.Inspect inspect) {
            new Inspecting(question).inspect(inspect);
        } else if (command instanceof DeskCommand.Check check) {
            new CheckingModel(question).check(check);
        } else if (command instanceof DeskCommand.Ask ask) {
            new Asking(question, kept).ask(ask);
        } else if (command instanceof DeskCommand.Weigh weigh) {
            new Weighing(question, kept).weigh(weigh);
        } else if (command instanceof DeskCommand.Examples examples) {
            new Exampling(question, kept).show(examples);
        } else if (command instanceof DeskCommand.Attack attack) {
            new Attacking(question, kept).attack(attack);
        } else if (command instanceof DeskCommand.Fork fork) {
            new Forking(question, kept).fork(fork);
        } else if (command instanceof DeskCommand.Estimate estimate) {
            new Estimating(question, kept).estimate(estimate);
        } else {
            throw new DeskException("this desk does not answer \"%s\""
                    .formatted(command.getClass().getSimpleName()));
        }
    }

    /** Frees what was kept. */
    @Override
    public void close() {
        kept.close();
    }
}
