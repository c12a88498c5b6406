package dev.baton.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An address is one mailbox of RFC 5321 at a domain that could exist. */
class MailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@acme.example",
        "ada@acme.test",
        "ada.lovelace+demo@mail.acme.co.uk",
        "o'brien@acme.example",
        "a_b-c=d/e{f}~!#$%&*?^`|@acme.example",
        "tomaš@acme.example",
        "ada@müller.example",
        "ada@xn--mller-kva.example",
        "ada@straße.example",
        "\"ada lovelace\"@acme.example",
        "李@acme.example"
      })
  void one_mailbox_is_good(String address) {
    assertThat(MailAddress.isGood(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@",
        "a@",
        "@b.example",
        "ada",
        "ada@acme",
        "ada@localhost",
        "a b@acme.example",
        "a@b@acme.example",
        "a,b@x.de",
        "a@x.de,b@x.de",
        "a;b@x.de",
        "a:b@x.de",
        "<a@x.de>",
        "Ada <a@x.de>",
        "ada(comment)@x.de",
        "team:a@x.de;",
        ".ada@x.de",
        "ada.@x.de",
        "a..b@x.de",
        "ada@.x.de",
        "ada@x.de.",
        "ada@x..de",
        "ada@-x.de",
        "ada@x-.de",
        "ada@x_y.de",
        "ada@1.2.3.4",
        "ada@[1.2.3.4]",
        "ada@ａcme.example",
        "ada@acme。example",
        "\u212Aarl@acme.example",
        "\u0130da@acme.example",
        "mu\u0308ller@acme.example",
        "mailto:ada@acme.example",
        "ad\u200Ba@acme.example"
      })
  void anything_else_is_none(String address) {
    assertThat(MailAddress.isGood(address)).isFalse();
  }

  @Test
  void an_address_that_no_server_would_take_is_none() {
    assertThat(MailAddress.isGood("x".repeat(64) + "@acme.example")).isTrue();
    assertThat(MailAddress.isGood("x".repeat(65) + "@acme.example")).isFalse();
    assertThat(MailAddress.isGood("ada@" + "x".repeat(64) + ".example")).isFalse();
    assertThat(MailAddress.isGood("ada@" + "x.".repeat(130) + "example")).isFalse();
  }

  // Domains

  @ParameterizedTest
  @CsvSource({
    "ACME.example, acme.example",
    "müller.example, xn--mller-kva.example",
    "XN--mller-kva.example, xn--mller-kva.example",
    "straße.example, xn--strae-oqa.example"
  })
  void domains_are_compared_in_punycode_and_none_becomes_another(String said, String compared) {
    assertThat(DomainNames.ascii(said)).isEqualTo(compared);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "acme", "acme.", "-a.example", "1.2.3.4", "a b.example", "ａ.example"})
  void what_can_be_no_domain_is_none(String said) {
    assertThatThrownBy(() -> DomainNames.ascii(said)).isInstanceOf(IllegalArgumentException.class);
  }
}
