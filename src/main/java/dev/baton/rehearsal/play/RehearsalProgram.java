package dev.baton.rehearsal.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.engine.deploy.ModelFile;
import dev.baton.engine.rehearsal.RehearsalEngine;
import dev.baton.rehearsal.forecast.ForecastProgress;
import dev.baton.rehearsal.forecast.ForecastRequest;
import dev.baton.rehearsal.forecast.PlayedForecast;
import dev.baton.rehearsal.scenario.RehearsalRequest;
import dev.baton.rehearsal.scenario.Scenario;
import dev.baton.rehearsal.scenario.ScenarioResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.IntConsumer;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The program of a rehearsal: a request a line on its standard input, a result a line for each
 * scenario on its standard output. It ends with its input. What anything else prints goes to the
 * standard error.
 */
public final class RehearsalProgram {
  /** What only the request of a forecast has. */
  private static final String HANDOFFS = "handoffs";

  private RehearsalProgram() {}

  /** Runs until the input ends; arguments are settings. */
  public static void main(String[] args) throws IOException {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    PrintStream results = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    SpringApplication application = new SpringApplication(RehearsalContext.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(
        Map.of("logging.level.root", "error", "spring.jmx.enabled", "false"));
    try (ConfigurableApplicationContext rooms = application.run(args);
        BufferedReader requests =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      ObjectMapper json = rooms.getBean(ObjectMapper.class);
      for (String line = requests.readLine(); line != null; line = requests.readLine()) {
        JsonNode request = json.readTree(line);
        if (request.has(HANDOFFS)) {
          forecast(rooms, json.treeToValue(request, ForecastRequest.class), json, results);
        } else {
          play(rooms, json.treeToValue(request, RehearsalRequest.class), json, results);
        }
      }
    }
  }

  /** Tells each percent, and that it is still there. */
  private static final class Progress implements IntConsumer {
    private static final long OFTEN = Duration.ofSeconds(5).toNanos();

    private final PrintStream results;
    private int said;
    private long at = System.nanoTime();

    Progress(PrintStream results) {
      this.results = results;
    }

    @Override
    public void accept(int percent) {
      if (percent > said || System.nanoTime() - at > OFTEN) {
        said = percent;
        at = System.nanoTime();
        results.printf("{\"percent\":%d}%n", percent);
      }
    }
  }

  /** A line each time that it comes further, the last one with the result. */
  private static void forecast(
      ConfigurableApplicationContext rooms,
      ForecastRequest request,
      ObjectMapper json,
      PrintStream results)
      throws IOException {
    RehearsalDatabase.reset(rooms.getBean(JdbcClient.class), request.rows());
    Optional<String> refused = refusal(rooms.getBean(RehearsalEngine.class), request.models());
    Progress progress = new Progress(results);
    PlayedForecast played =
        refused
            .map(why -> new PlayedForecast(List.of(), List.of(why)))
            .orElseGet(() -> rooms.getBean(ForecastPlay.class).play(request, progress));
    results.println(json.writeValueAsString(new ForecastProgress(100, played)));
    rooms.getBean(RehearsalEngine.class).forget();
  }

  private static void play(
      ConfigurableApplicationContext rooms,
      RehearsalRequest request,
      ObjectMapper json,
      PrintStream results)
      throws IOException {
    ScenarioPlay play = rooms.getBean(ScenarioPlay.class);
    Optional<String> refused = refusal(rooms.getBean(RehearsalEngine.class), request.models());
    for (Scenario scenario : request.scenarios()) {
      RehearsalDatabase.reset(rooms.getBean(JdbcClient.class), request.staff());
      ScenarioResult result =
          refused
              .map(why -> ScenarioResult.unplayed(scenario.name(), why))
              .orElseGet(() -> play.play(scenario));
      results.println(json.writeValueAsString(result));
      play.forget();
    }
  }

  /** Why these models can't be put in force, if they can't. */
  private static Optional<String> refusal(RehearsalEngine engine, List<ModelFile> models) {
    try {
      engine.use(models);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of("The models can't be deployed: " + e.getMessage());
    }
  }
}
