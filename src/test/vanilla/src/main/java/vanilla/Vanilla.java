package vanilla;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Vanilla {
  public static void main(String[] words) {
    SpringApplication.run(Vanilla.class, words);
  }
}
