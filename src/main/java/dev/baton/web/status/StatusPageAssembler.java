package dev.baton.web.status;

import dev.baton.sql.PlainHealth;
import dev.baton.web.status.StatusLine.Level;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Assembly of the status from what {@code /actuator/health} answers, the same at the same time. */
@Component
public class StatusPageAssembler {
  /** What people are shown, in this order. */
  private static final List<Part> PARTS =
      List.of(
          part("database", "Database"),
          new Part("diskSpace", "Disk", "There is room on the disk.", "The disk is nearly full."),
          new Part(
              "jobExecutor",
              "Process engine",
              "The process engine works.",
              "The process engine of this node stands still: no deadline is told here."),
          part("jobs", "Steps and deadlines"),
          part("handoffs", "Handoffs"),
          part("outbox", "Messages"),
          part("channels", "Channels"),
          part("mailbox", "Mailbox"),
          part("connections", "Connections"),
          part("imports", "Imports"));

  private final HealthEndpoint health;
  private final Clock clock;

  StatusPageAssembler(HealthEndpoint health, Clock clock) {
    this.health = health;
    this.clock = clock;
  }

  public StatusPage status() {
    Map<String, HealthComponent> found =
        health.health() instanceof CompositeHealth all && all.getComponents() != null
            ? all.getComponents()
            : Map.of();
    List<StatusLine> lines =
        PARTS.stream()
            .flatMap(
                part ->
                    Optional.ofNullable(found.get(part.what()))
                        .map(component -> line(part, component))
                        .stream())
            .toList();
    return StatusPage.of(lines, clock.instant());
  }

  /**
   * A part of health.
   *
   * @param what its name there
   * @param well what is said where it says nothing itself, and {@code ill} when it is not
   */
  private record Part(String what, String name, String well, String ill) {}

  /** One that says itself how it is. */
  private static Part part(String what, String name) {
    return new Part(what, name, "Nothing is wrong.", "Something is wrong.");
  }

  private static StatusLine line(Part part, HealthComponent component) {
    Level level = level(component.getStatus());
    boolean isWell = level == Level.GREEN;
    PlainHealth.Words words =
        PlainHealth.Words.of(component instanceof Health known ? known.getDetails() : Map.of());
    return new StatusLine(
        part.what(),
        part.name(),
        level,
        Objects.requireNonNullElse(words.says(), isWell ? part.well() : part.ill()),
        words.since(),
        words.advice() == null && !isWell
            ? "Ask who runs Baton to look at this node."
            : words.advice(),
        words.page());
  }

  private static Level level(Status status) {
    if (status.equals(Status.UP) || status.equals(Status.UNKNOWN)) {
      return Level.GREEN;
    }
    return status.equals(PlainHealth.DEGRADED) ? Level.AMBER : Level.RED;
  }
}
