package io.firmament.reconcile;

/** The versions of the protocol that are spoken, each at an address of its own: a manifest can be that of one only. */
public enum Version {
    /** As clients speak it today: <a href="https://reconciliation-api.github.io/specs/0.2/">0.2</a>. */
    V0_2("0.2", ""),
    /** As it is to be: <a href="https://reconciliation-api.github.io/specs/1.0-draft/">1.0-draft</a>. */
    V1_0("1.0-draft", "/1.0");

    private final String label;
    private final String path;

    Version(String label, String path) {
        this.label = label;
        this.path = path;
    }

    /** As it is called. */
    public String label() {
        return label;
    }

    /** Its address below that of the service. */
    public String path() {
        return path;
    }
}
