package dev.baton.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.lead.ContactDetails;
import java.net.IDN;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of domains in every spelling. */
class DomainNamesTest {
  @ParameterizedTest
  @CsvSource({
    "straße.example, xn--strae-oqa.example",
    "faß.de, xn--fa-hia.de",
    "βόλος.com, xn--nxasmm1c.com",
    "www.müller-spaß.de, www.xn--mller-spa-i6a9f.de",
    "acme.example, acme.example",
    "müller.de, xn--mller-kva.de",
  })
  void a_name_and_its_punycode_are_one(String name, String punycode) {
    assertThat(DomainNames.unicode(DomainNames.ascii(name))).isEqualTo(name);
    if (!name.startsWith("www.")) {
      assertThat(DomainNames.ascii(name)).isEqualTo(punycode);
      assertThat(DomainNames.unicode(punycode)).isEqualTo(name);
      assertThat(ContactDetails.spellings("ada@" + punycode))
          .isEqualTo(ContactDetails.spellings("ada@" + name));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"köln", "日本語", "привет", "łódź", "århus", "ünïcödé-x", "a-ö-b", "😀ö"})
  void punycode_is_that_of_java_where_java_knows_it(String label) {
    String encoded = Punycode.encode(label);

    assertThat("xn--" + encoded).isEqualTo(IDN.toASCII(label, IDN.ALLOW_UNASSIGNED));
    assertThat(Punycode.decode(encoded)).isEqualTo(label);
  }

  @Test
  void a_company_is_found_by_the_address_of_its_site() {
    assertThat(DomainNames.registrable("https://www.faß.de/impressum?x=1"))
        .contains("xn--fa-hia.de");
    assertThat(DomainNames.registrable("xn--fa-hia.de")).contains("xn--fa-hia.de");
    assertThat(DomainNames.registrable("ß")).isEmpty();
    assertThat(DomainNames.registrable("ß".repeat(70) + ".de")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xn--99999999", "xn--zzzzzzzzzzzzzzz", "xn--", "xn--ß"})
  void what_is_no_punycode_stays_as_it_is(String label) {
    assertThat(DomainNames.unicode(label)).isEqualTo(label);
  }
}
