package dev.baton.connect.source;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.baton.connect.source.SourcePayload.PayloadState;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is told of sources and of what they sent; never a secret. */
@Component
public class SourceQueries {
  private final Sources sources;
  private final SourcePayloads payloads;

  SourceQueries(Sources sources, SourcePayloads payloads) {
    this.sources = sources;
    this.payloads = payloads;
  }

  /**
   * A source without its secret.
   *
   * @param address where it sends to
   * @param returnHosts to which a visitor may be sent back who has posted a form, or whose pages
   *     our script tells of
   * @param waits how many payloads couldn't be mapped
   */
  public record SourceView(
      String name,
      String kind,
      String address,
      String each,
      List<MappingRule> mapping,
      List<String> returnHosts,
      @JsonUnwrapped Waiting waits,
      String changedBy,
      Instant changedAt) {}

  /**
   * Payloads that wait.
   *
   * @param waitingSince when the oldest of them came; null where none waits
   */
  public record Waiting(int waiting, @Nullable Instant waitingSince) {}

  /** A payload with its body as it came. */
  public record PayloadView(
      long id,
      String state,
      Instant receivedAt,
      int signals,
      List<FieldError> issues,
      String body) {}

  /**
   * Some payloads.
   *
   * @param next null on the last page
   */
  public record PayloadPage(List<PayloadView> items, @Nullable Integer next) {}

  public List<SourceView> all() {
    return sources.all().stream().map(this::view).toList();
  }

  /**
   * One of them.
   *
   * @throws ApiProblem 404 where there is none of this name
   */
  public SourceView one(String name) {
    return view(find(name));
  }

  /** The kinds of systems that are known. */
  public static List<String> kinds() {
    return SourceKind.WORDS;
  }

  /** The ways in which a value can be read. */
  public static List<String> readings() {
    return MappingRule.READ_AS;
  }

  /** What became of payloads, in words. */
  public static List<String> states() {
    return PayloadState.WORDS;
  }

  /** What a source sent, the newest first. */
  public PayloadPage payloads(String name, @Nullable String state, int page) {
    find(name);
    PayloadState wanted = state == null ? null : PayloadState.of(state);
    List<SourcePayload> found = payloads.page(name, wanted, page);
    return new PayloadPage(
        found.stream().limit(SourcePayloads.PAGE).map(SourceQueries::view).toList(),
        found.size() > SourcePayloads.PAGE ? page + 1 : null);
  }

  SignalSource find(String name) {
    return sources.find(name).orElseThrow(() -> none(name));
  }

  SourcePayload payload(String name, String id) {
    return (id.matches("\\d{1,18}")
            ? payloads.find(name, Long.parseLong(id))
            : Optional.<SourcePayload>empty())
        .orElseThrow(() -> ApiProblem.notFound("There is no payload " + id));
  }

  static ApiProblem none(String name) {
    return ApiProblem.notFound("There is no source " + name);
  }

  SourceView view(SignalSource source) {
    return new SourceView(
        source.name(),
        source.kind().word(),
        "/hooks/" + source.name(),
        source.mapping().each(),
        source.mapping().rules(),
        source.returnHosts(),
        payloads.waiting(source.name()),
        source.changedBy(),
        source.changedAt());
  }

  private static PayloadView view(SourcePayload payload) {
    return new PayloadView(
        payload.id(),
        payload.state().word(),
        payload.receivedAt(),
        payload.signals(),
        payload.issues(),
        payload.body());
  }
}
