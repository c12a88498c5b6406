package dev.baton.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.input.ApiProblem;
import dev.baton.rehearsal.forecast.ForecastProgress;
import dev.baton.rehearsal.forecast.ForecastRequest;
import dev.baton.rehearsal.forecast.PlayedForecast;
import dev.baton.rehearsal.play.RehearsalProgram;
import dev.baton.rehearsal.scenario.RehearsalRequest;
import dev.baton.rehearsal.scenario.ScenarioResult;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Child process of the same program in which scenarios are played, behind two pipes. */
final class RehearsalProcess {
  /** For the start and the first scenario; each further one is some tenths of a second. */
  private static final Duration LONGEST = Duration.ofSeconds(120);

  private final Process process;
  private final ObjectMapper json;
  private final BufferedWriter requests;
  private final BufferedReader results;

  private RehearsalProcess(Process process, ObjectMapper json) {
    this.process = process;
    this.json = json;
    this.requests = process.outputWriter(StandardCharsets.UTF_8);
    this.results = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts it, with arguments for its settings; nothing of this one's environment goes along. */
  static RehearsalProcess start(ObjectMapper json, List<String> settings) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(program());
    command.addAll(settings);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().clear();
    try {
      return new RehearsalProcess(builder.start(), json);
    } catch (IOException e) {
      throw new UncheckedIOException("The rehearsal can't be started", e);
    }
  }

  /** In the packaged application classes lie in jars within a jar, which its launcher opens. */
  private static List<String> program() {
    String program = RehearsalProgram.class.getName();
    URL place = RehearsalProgram.class.getProtectionDomain().getCodeSource().getLocation();
    return place.toString().startsWith("jar:nested:")
        ? List.of(
            "-Dloader.main=" + program, "org.springframework.boot.loader.launch.PropertiesLauncher")
        : List.of(program);
  }

  /** Plays it; progress hears percents. */
  PlayedForecast forecast(ForecastRequest request, IntConsumer progress) {
    try {
      send(request);
      ForecastProgress line = json.readValue(nextLine(), ForecastProgress.class);
      while (line.result() == null) {
        progress.accept(line.percent());
        line = json.readValue(nextLine(), ForecastProgress.class);
      }
      return line.result();
    } catch (IOException e) {
      throw new UncheckedIOException("The rehearsal ended before its result", e);
    }
  }

  private void send(Object request) throws IOException {
    requests.write(json.writeValueAsString(request));
    requests.newLine();
    requests.flush();
  }

  List<ScenarioResult> play(RehearsalRequest request) {
    try {
      send(request);
      List<ScenarioResult> played = new ArrayList<>();
      for (int left = request.scenarios().size(); left > 0; left--) {
        played.add(json.readValue(nextLine(), ScenarioResult.class));
      }
      return played;
    } catch (IOException e) {
      throw new UncheckedIOException("The rehearsal ended before its result", e);
    }
  }

  private String nextLine() throws IOException {
    CompletableFuture<@Nullable String> line = CompletableFuture.supplyAsync(this::readLine);
    try {
      String result = line.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
      if (result == null) {
        throw new IOException("The rehearsal has ended");
      }
      return result;
    } catch (TimeoutException e) {
      throw new ApiProblem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "The rehearsal took longer than %d s and was ended".formatted(LONGEST.toSeconds()));
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private @Nullable String readLine() {
    try {
      return results.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void end() {
    process.destroyForcibly();
  }
}
