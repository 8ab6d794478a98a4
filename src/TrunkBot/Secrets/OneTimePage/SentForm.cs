namespace TrunkBot.Secrets.OneTimePage;

/// <summary>Reads a form that anybody may have sent.</summary>
internal static class SentForm
{
    /// <returns>The form; or null, and the status that says why it cannot be read.</returns>
    public static async Task<(IFormCollection? Form, int Problem)> ReadAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType
                ? (await request.ReadFormAsync(request.HttpContext.RequestAborted), 0)
                : (null, StatusCodes.Status400BadRequest);
        }
        catch (BadHttpRequestException refused)
        {
            // Longer than the page takes, or no HTTP.
            return (null, refused.StatusCode);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }
}
