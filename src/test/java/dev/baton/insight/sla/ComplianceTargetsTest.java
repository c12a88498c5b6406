package dev.baton.insight.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ComplianceTargetsTest {
  @Test
  void a_clock_has_its_own_target_or_that_of_all() {
    ComplianceTargets targets = new ComplianceTargets(Map.of("total", 80, "review", 95));

    assertThat(targets.of("review")).isEqualTo(95);
    assertThat(targets.of("opportunity")).isEqualTo(80);
    assertThat(targets.of(null)).isEqualTo(80);
    assertThat(new ComplianceTargets(null).of("review")).isEqualTo(90);
  }

  @Test
  void a_target_is_a_percentage() {
    assertThatThrownBy(() -> new ComplianceTargets(Map.of("review", 0)))
        .hasMessageContaining("baton.sla.targets.review");
  }
}
