package dev.baton.connect.connection;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is to be written to leads themselves, by the systems that write to them. */
@Component
public class LeadMessages {
  private final FactRecorder recorder;

  LeadMessages(FactRecorder recorder) {
    this.recorder = recorder;
  }

  /**
   * A message that is to be written, in the transaction that wants it; whether it may be is asked
   * when it is sent.
   *
   * @param key the same for the same message for ever
   * @param at when it is due, which may lie ahead
   * @param content ids and codes; nothing that names a lead
   */
  public record Due(
      String key,
      String leadId,
      @Nullable String handoffId,
      Instant at,
      Map<String, Object> content) {}

  /** Whether any system writes to leads. */
  public boolean isHeard() {
    return recorder.isHeard(FactKind.MESSAGE);
  }

  /** Without a system that writes to leads it costs nothing. */
  public void write(Due message) {
    if (isHeard()) {
      recorder.record(
          new OutboundFact(
              "message:" + message.key(),
              FactKind.MESSAGE,
              message.leadId(),
              message.handoffId(),
              message.at(),
              message.content()));
    }
  }
}
