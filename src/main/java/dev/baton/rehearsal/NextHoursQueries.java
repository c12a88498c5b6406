package dev.baton.rehearsal;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.baton.engine.deploy.ModelFile;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.handoff.record.Handoffs;
import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import dev.baton.people.People;
import dev.baton.people.Person;
import dev.baton.people.Role.Right;
import dev.baton.rehearsal.forecast.ForecastEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Queries of the next 72 hours: the whole house for those who read all leads, a rep's own for the
 * rep, a lead's for who may see it.
 */
@Component
public class NextHoursQueries {
  private final NextHoursForecasts forecasts;
  private final NextHoursSummary summary;
  private final Handoffs handoffs;
  private final People people;

  NextHoursQueries(
      NextHoursForecasts forecasts, NextHoursSummary summary, Handoffs handoffs, People people) {
    this.forecasts = forecasts;
    this.summary = summary;
    this.handoffs = handoffs;
    this.people = people;
  }

  /**
   * What is asked for.
   *
   * @param owner whose alone, or null
   * @param lead of which alone, or null
   * @param locale what the sentences are in
   */
  public record Asked(@Nullable String owner, @Nullable String lead, Locale locale) {}

  /**
   * What was foretold.
   *
   * @param percent how far it is
   * @param at as of when; null until it is done
   * @param sentences where it breaks
   * @param handoffs how many of the whole house were played
   * @param leftOut of how many of the whole house only the misses are told
   * @param failures what couldn't be played on, of the whole house
   */
  public record Answer(
      State state,
      int percent,
      @Nullable Instant at,
      @Nullable Instant until,
      List<String> sentences,
      List<ForecastEvent> rows,
      int handoffs,
      int leftOut,
      List<String> failures) {}

  /** Whether it is there. */
  public enum State {
    RUNNING,
    DONE;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The forecast, as far as somebody may see it.
   *
   * @param candidates models that take the place of those in force
   * @param wait so long at most
   */
  public Answer of(Asked asked, Collection<ModelFile> candidates, String by, Duration wait) {
    Person person = people.find(by).orElseThrow(() -> ApiProblem.forbidden("You don't work here"));
    boolean all = person.role().may(Right.READ_ALL);
    String owner = asked.owner();
    if (!all && owner != null && !owner.equals(by)) {
      throw ApiProblem.forbidden("You see what is yours; managers and marketing see all");
    }
    String lead = asked.lead();
    if (lead != null) {
      mustSee(person, lead);
    }
    if (owner != null && people.find(owner).isEmpty()) {
      throw InvalidInput.at("owner", "nobody here is '%s'".formatted(owner));
    }
    String whose = !all && lead == null ? by : owner;
    NextHoursForecasts.Run run = forecasts.of(candidates).await(wait);
    if (run.hasFailed()) {
      throw new ApiProblem(
          HttpStatus.SERVICE_UNAVAILABLE,
          "The next hours could not be played; the log says why. It is tried again in 2 minutes");
    }
    NextHours made = run.result();
    return made == null
        ? new Answer(
            State.RUNNING, run.percent(), null, null, List.of(), List.of(), 0, 0, List.of())
        : answer(made, whose, asked, person);
  }

  private Answer answer(NextHours made, @Nullable String owner, Asked asked, Person person) {
    String lead = asked.lead();
    Stream<ForecastEvent> rows = made.rows().stream();
    if (lead != null) {
      rows = rows.filter(row -> row.leadId().equals(lead));
    }
    if (owner != null) {
      rows = rows.filter(row -> row.concerns(owner));
    }
    List<ForecastEvent> seen = rows.toList();
    return new Answer(
        State.DONE,
        100,
        made.at(),
        made.until(),
        summary.of(seen, person.zone(), asked.locale()),
        seen,
        made.handoffs(),
        made.leftOut(),
        made.failures());
  }

  private void mustSee(Person person, String lead) {
    Handoff latest = handoffs.latest(List.of(lead)).get(lead);
    if (latest == null || !HandoffPermissions.maySee(person, latest)) {
      throw ApiProblem.notFound("There is no lead %s that sales has or had".formatted(lead));
    }
  }
}
