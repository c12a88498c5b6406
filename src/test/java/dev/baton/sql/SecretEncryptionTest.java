package dev.baton.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretEncryptionTest {
  private static SecretEncryption with(String key) {
    return new SecretEncryption(new SecretSettings(key));
  }

  @Test
  void a_secret_is_opened_by_the_key_that_it_was_encrypted_with_and_no_other() {
    String kept = with("a-key-of-the-house").encrypt("between us");

    assertThat(kept).doesNotContain("between us");
    assertThat(with("a-key-of-the-house").decrypt(kept)).contains("between us");
    assertThat(with("another-key-of-it").decrypt(kept)).isEmpty();
    assertThat(with("").decrypt(kept)).isEmpty();
    assertThat(with("a-key-of-the-house").decrypt("nothing that we wrote")).isEmpty();
  }

  @Test
  void the_same_secret_is_never_kept_the_same_way_twice() {
    SecretEncryption secrets = with("a-key-of-the-house");

    assertThat(secrets.encrypt("between us")).isNotEqualTo(secrets.encrypt("between us"));
  }

  @Test
  void without_a_key_nothing_is_encrypted_and_a_short_key_is_none() {
    assertThat(with("").canEncrypt()).isFalse();
    assertThat(with(" ").canEncrypt()).isFalse();
    assertThatThrownBy(() -> with("too short")).hasMessageContaining("at least 16 characters");
  }
}
