package org.palimpsest.engine.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What the program does in which a tokenizer may crash: it answers, one after the other, texts with ids and ids with texts, until its
 * input ends. Every answer begins with whether it went well; otherwise a sentence follows.
 */
public final class GuardedProgram {
    static final int ENCODE = 1;
    static final int DECODE = 2;

    private GuardedProgram() {}

    /**
     * Works until there is no further question.
     *
     * @param file the tokenizer.json
     * @throws IOException if nobody reads the answers any more
     */
    public static void work(Path file, DataInputStream questions, DataOutputStream answers) throws IOException {
        try (LibraryTokens tokens = LibraryTokens.open(file)) {
            answers.writeBoolean(true);
            answers.flush();
            for (int question = questions.read(); question >= 0; question = questions.read()) {
                answer(tokens, question, questions, answers);
                answers.flush();
            }
        } catch (TokenizerException e) {
            refuse(answers, e);
            answers.flush();
        } catch (EOFException e) {
            // Whoever asked is gone in the middle of a question.
            return;
        }
    }

    private static void answer(LibraryTokens tokens, int question, DataInputStream questions, DataOutputStream answers)
            throws IOException {
        boolean flag = questions.readBoolean();
        if (question == ENCODE) {
            String text = readText(questions);
            int[] ids;
            try {
                ids = tokens.encode(text, flag);
            } catch (RuntimeException e) {
                refuse(answers, e);
                return;
            }
            answers.writeBoolean(true);
            write(answers, ids);
        } else {
            int[] ids = readIds(questions);
            String text;
            try {
                text = tokens.decode(ids, flag);
            } catch (RuntimeException e) {
                refuse(answers, e);
                return;
            }
            answers.writeBoolean(true);
            write(answers, text);
        }
    }

    private static void refuse(DataOutputStream answers, RuntimeException failure) throws IOException {
        answers.writeBoolean(false);
        write(answers, String.valueOf(failure.getMessage()));
    }

    static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static void write(DataOutputStream out, int[] ids) throws IOException {
        out.writeInt(ids.length);
        for (int id : ids) {
            out.writeInt(id);
        }
    }

    static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    static int[] readIds(DataInputStream in) throws IOException {
        int[] ids = new int[in.readInt()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = in.readInt();
        }
        return ids;
    }
}
