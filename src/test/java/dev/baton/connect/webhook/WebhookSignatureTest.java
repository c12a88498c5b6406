package dev.baton.connect.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final long AT = 1_614_265_330;

  @Test
  void it_is_what_any_library_of_standard_webhooks_makes() {
    assertThat(WebhookSignature.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", ID, AT, BODY))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void id_time_body_and_secret_are_all_signed() {
    String signed = WebhookSignature.of("a-secret-that-both-know", ID, AT, BODY);

    assertThat(signed)
        .isNotEqualTo(WebhookSignature.of("a-secret-that-both-knew", ID, AT, BODY))
        .isNotEqualTo(WebhookSignature.of("a-secret-that-both-know", "other", AT, BODY))
        .isNotEqualTo(WebhookSignature.of("a-secret-that-both-know", ID, AT + 1, BODY))
        .isNotEqualTo(WebhookSignature.of("a-secret-that-both-know", ID, AT, new byte[1]));
  }
}
