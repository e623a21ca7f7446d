"""What is asked about a persona, in parts that the editor and the five questions share."""
