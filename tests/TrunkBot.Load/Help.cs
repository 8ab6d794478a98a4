namespace TrunkBot.Load;

/// <summary>What <c>--help</c> prints.</summary>
internal static class Help
{
    public const string Text =
        """
        Measures TrunkBot as it ships. Each program is made warm until its rate is flat, then all have their turn in every round; the table holds medians.

          (nothing)            1, 16 and 64 conversations at once beside a floor that stores nothing, three scenarios, five rounds, cold starts
          --quick              1 and 16 at once, one scenario, three rounds: to compare two builds
          --program FILE,...   other published TrunkBot.dll, in turn with this one, named after their folders
          --back-end NAME      sqlite (the default), postgres or both
          --levels 1,16,64     how many conversations at once
          --rounds N           how many rounds
          --seconds N          how long each program plays in a round, for each level and scenario

          --cold-start FILE    only starts: 15 of this program and of other published TrunkBot.dll, in turn; several can be named
          --scale [NAME]       the same lines on a thousand and on a million finished requests; --few N, --many N, --times N
          --soak TIME          half load for so long (30m, 600s): memory, handles, threads and rows must stay flat; exit code 1 when they do not.
                               --back-end NAME

        The bot that is measured is published from the sources, or is the one that TRUNKBOT_SHIPPED names.
        """;
}
