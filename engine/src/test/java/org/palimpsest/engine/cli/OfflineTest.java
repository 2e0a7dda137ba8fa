package org.palimpsest.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.palimpsest.engine.testdata.TinyWorkspace;

/** The program in a process in which every connection that Java opens would arrive at this test. */
class OfflineTest {
    @TempDir
    Path scratch;

    private Path model;

    @BeforeEach
    void prepare() throws IOException {
        TinyWorkspace.in(scratch);
        model = scratch.resolve("target");
    }

    @Test
    void aModelIsAskedWithoutAConnection() throws Exception {
        assertOffline(0, "model", "generate", model, "--prompt", "a", "--max-new-tokens", 2, "--json");
    }

    @Test
    void aMissingTokenizerIsNotLookedForElsewhere() throws Exception {
        Files.delete(model.resolve("tokenizer.json"));
        assertOffline(1, "model", "generate", model, "--prompt", "a", "--json");
    }

    @Test
    void aModelThatIsOnlyANameIsNotLookedForElsewhere() throws Exception {
        assertOffline(1, "model", "logits", "meta-llama/Llama-3.2-1B", "--ids", "1", "--json");
    }

    /** Runs the program, which must write one JSON document and open no connection. */
    private void assertOffline(int status, Object... arguments) throws Exception {
        try (ServerSocket everywhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            List<String> throughHere = List.of(
                    "-DsocksProxyHost=127.0.0.1",
                    "-DsocksProxyPort=" + everywhere.getLocalPort(),
                    "-DsocksNonProxyHosts=");
            Process program = ProgramProcess.of(throughHere, arguments)
                    .redirectError(scratch.resolve("err").toFile())
                    .start();
            String out = ProgramProcess.output(program);
            assertThat(program.waitFor()).isEqualTo(status);
            assertThat(new JsonMapper().readTree(out).isObject()).isTrue();
            everywhere.setSoTimeout(1);
            assertThatThrownBy(everywhere::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void theTestWouldSeeAConnection() throws Exception {
        try (ServerSocket everywhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Process program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-DsocksProxyHost=127.0.0.1",
                            "-DsocksProxyPort=" + everywhere.getLocalPort(),
                            "-DsocksNonProxyHosts=",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Caller.class.getName())
                    .start();
            everywhere.setSoTimeout(60_000);
            everywhere.accept().close();
            program.waitFor();
        }
    }

    /** A program that opens a connection. */
    static final class Caller {
        private Caller() {}

        public static void main(String[] arguments) throws IOException {
            new Socket("192.0.2.1", 443).close();
        }
    }
}
