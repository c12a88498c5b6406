package dev.baton.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;

/** Diagnostic of the machine: the port is free, and there is room on the disk. */
final class MachineDiagnostic {
  private static final long MEGABYTE = 1024L * 1024;
  private static final long LEAST = 200;
  private static final long COMFORTABLE = 2000;

  private MachineDiagnostic() {}

  static List<Finding> at(ConfigurableEnvironment settings) {
    return List.of(port(settings), disk());
  }

  private static Finding port(ConfigurableEnvironment settings) {
    int port = settings.getProperty("server.port", Integer.class, 8080);
    String address = settings.getProperty("server.address", "");
    try (ServerSocket socket =
        new ServerSocket(port, 1, address.isBlank() ? null : InetAddress.getByName(address))) {
      return Finding.ok("port", "Port %d is free.".formatted(socket.getLocalPort()));
    } catch (IOException e) {
      return Finding.wrong(
          "port",
          "Port %d can't be listened on: %s".formatted(port, e.getMessage()),
          "End the other process (Baton itself, if it runs), or set server.port.");
    }
  }

  private static Finding disk() {
    Path here = Path.of("").toAbsolutePath();
    try {
      long free = Files.getFileStore(here).getUsableSpace() / MEGABYTE;
      String says = "%,d MB are free at %s.".formatted(free, here);
      if (free < LEAST) {
        return Finding.wrong("disk", says, "Make room, or run Baton elsewhere.");
      }
      return free < COMFORTABLE
          ? Finding.note("disk", says, "Make room before it is used up.")
          : Finding.ok("disk", says);
    } catch (IOException e) {
      return Finding.note("disk", "How much is free at %s isn't known.".formatted(here), "");
    }
  }
}
