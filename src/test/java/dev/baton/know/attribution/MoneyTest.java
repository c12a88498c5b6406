package dev.baton.know.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private static Money money(String... currencies) {
    Money money = new Money();
    for (String currency : currencies) {
      money.add(currency, THOUSAND);
    }
    return money;
  }

  @Test
  void what_came_back_is_said_of_one_currency() {
    assertThat(Money.returned(money("EUR", "EUR", "EUR"), money("EUR")).get("EUR"))
        .isEqualByComparingTo("2");
    assertThat(Money.returned(money(), money("EUR")).get("EUR")).isEqualByComparingTo("-1");
    assertThat(Money.returned(money("EUR"), money())).isEmpty();
  }

  @Test
  void what_was_won_in_another_currency_is_no_loss() {
    assertThat(Money.returned(money("EUR"), money("USD"))).isEmpty();
    assertThat(Money.returned(money("EUR", "USD"), money("USD"))).isEmpty();
    assertThat(Money.returned(money("EUR"), money("EUR", "USD"))).isEmpty();
  }
}
