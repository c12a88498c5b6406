package dev.baton.alert.delivery;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * A message, an answer or the rewriting of a message whose attempts are used up.
 *
 * @param id by which it is tried again, such as {@code notice-12}
 * @param what {@code notice}, {@code answer} (given in Slack) or {@code rewrite} (of a message in
 *     Slack)
 * @param to whom it was for: a person's id, or who acted in Slack
 */
public record FailedDelivery(
    String id,
    String what,
    String channel,
    @Nullable String handoffId,
    @Nullable String leadId,
    @Nullable String to,
    String subject,
    @JsonUnwrapped DeliveryFailure failure) {

  public String why() {
    return failure.why();
  }
}
