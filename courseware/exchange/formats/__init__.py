"""Learning material as other systems read and write it. Pure: values in, bytes and values out."""
