package sluice.bench.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

/** {@link CannedServer} in a process of its own, on the processor named by {@code -Dserver.cpu}, or on this one's. */
record CannedProcess(Process process, int port) implements AutoCloseable {

    static CannedProcess start() throws IOException {
        var command = new ArrayList<String>();
        var cpu = System.getProperty("server.cpu", "");
        if (!cpu.isEmpty()) {
            command.addAll(List.of("taskset", "-c", cpu));
        }
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CannedServer.class.getName()));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new BufferedReader(new InputStreamReader(process.getInputStream())).readLine();
        return new CannedProcess(process, Integer.parseInt(said));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
