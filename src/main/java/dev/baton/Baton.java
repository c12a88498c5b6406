package dev.baton;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application: the handoff of a lead from marketing to sales. */
@SpringBootApplication
public class Baton {
  public static void main(String[] args) {
    SpringApplication.run(Baton.class, args);
  }
}
