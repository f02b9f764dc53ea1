package broken.market;

public enum Side {
    BUY
}
