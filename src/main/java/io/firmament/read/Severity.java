package io.firmament.read;

/** How much a finding matters: an error blocks a load, the others are reported. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
