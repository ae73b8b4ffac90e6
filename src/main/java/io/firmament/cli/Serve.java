package io.firmament.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "serve")
final class Serve implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
